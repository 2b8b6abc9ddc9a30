//! The layout for this machine, from text to text, so that work on it can be measured without a build for the browser:
//! `layout [right | down | auto [WIDTH HEIGHT]]`, `sizes` or `portfolio-sizes`, each of what comes in.

#[path = "../src/measured.rs"]
mod measured;

use std::error::Error;
use std::io::{Read, stdin};
use std::time::Instant;

use vitrine_draw::diagram::exchange::Given;
use vitrine_draw::diagram::layout::Direction;
use vitrine_draw::geometry::Size;

fn main() -> Result<(), Box<dyn Error>> {
    let mut words = std::env::args().skip(1);
    let mut text = String::new();
    stdin().read_to_string(&mut text)?;
    let answer = match words.next().as_deref() {
        Some("layout") => {
            let direction = match words.next().as_deref() {
                Some("down") => Some(Direction::Down),
                Some("auto") => None,
                _ => Some(Direction::Right),
            };
            let sides = words.map(|word| word.parse()).collect::<Result<Vec<f64>, _>>()?;
            let window = if let [w, h] = sides[..] { Some(Size::new(w, h)) } else { None };
            let given = Given::read(&text)?;
            let start = Instant::now();
            let drawn = given.draw(direction, window);
            given.write(&drawn, start.elapsed().as_secs_f64() * 1000.0)
        }
        Some("sizes") => measured::measured(&Given::read(&text)?.diagram, &[]),
        Some("portfolio-sizes") => measured::portfolio(&text)?,
        _ => return Err("layout, sizes or portfolio-sizes".into()),
    };
    println!("{answer}");
    Ok(())
}
