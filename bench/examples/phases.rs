//! What each diagram of a portfolio costs natively, phase by phase, in ms: `phases [WIDTH HEIGHT] < portfolio.json`.

use std::error::Error;
use std::io::{Read, stdin};
use std::sync::Arc;

use vitrine_draw::diagram::afar::Afar;
use vitrine_draw::diagram::graph::{self, NodeFacts};
use vitrine_draw::diagram::plan::{self, Plan};
use vitrine_draw::geometry::Size;
use vitrine_model::{Gate, read};

fn main() -> Result<(), Box<dyn Error>> {
    let sides = std::env::args().skip(1).map(|word| word.parse()).collect::<Result<Vec<f64>, _>>()?;
    let window = if let [w, h] = sides[..] { Size::new(w, h) } else { plan::RENDERED[0] };
    let mut text = String::new();
    stdin().read_to_string(&mut text)?;
    let mut last = cpu();
    let mut lap = || {
        let before = std::mem::replace(&mut last, cpu());
        last - before
    };
    let portfolio = read(&text, &Gate { parse: |_| None })?.value;
    println!("{:.0} kB read in {:.0} ms", text.len() as f64 / 1000.0, lap());
    for diagram in portfolio.diagrams.iter().take(3) {
        let facts = Arc::new(NodeFacts::of(&portfolio, diagram, |_| String::new()));
        let facted = lap();
        let graph = graph::graph(diagram, &facts);
        let sized = lap();
        let layout = plan::suited(&graph, window);
        let laid = lap();
        let size = layout.bounds.size();
        drop(layout);
        lap();
        let plan = Plan::for_viewport(Arc::new(diagram.clone()), facts, window);
        let whole = lap();
        let afar = [0.3, 0.1, 0.02].map(|scale| Afar::new(&plan, scale).map_or(0, |afar| afar.signs.len()));
        let read = lap();
        println!(
            "{}: {} nodes, {} edges, {} groups: facts {facted:.0}, sizes {sized:.0}, layout {laid:.0}, \
             the rest {:.0}, three distances {read:.0} ({afar:?}); {:.0} × {:.0} px",
            diagram.id,
            diagram.nodes.len(),
            diagram.edges.len(),
            diagram.groups.len(),
            whole - laid - sized,
            size.w,
            size.h
        );
    }
    Ok(())
}

/// What this process has had of a processor, in ms: other programs don't count.
fn cpu() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/schedstat").unwrap_or_default();
    stat.split(' ').next().and_then(|ns| ns.parse::<f64>().ok()).unwrap_or_default() / 1e6
}
