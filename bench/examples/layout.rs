//! The layout for this machine, from text to text, so that work on it can be measured without a build for the browser:
//! `layout [right | down | auto [WIDTH HEIGHT]]`, `words WIDTH HEIGHT`, `sizes` or `portfolio-sizes`, each of what comes in.

#[path = "../src/measured.rs"]
mod measured;
#[path = "../src/words.rs"]
mod words;

use std::error::Error;
use std::io::{Read, stdin};
use std::time::Instant;

use vitrine_draw::diagram::exchange::Given;
use vitrine_draw::diagram::layout::Direction;
use vitrine_draw::geometry::Size;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let mut text = String::new();
    stdin().read_to_string(&mut text)?;
    let answer = match arguments.next().as_deref() {
        Some("layout") => {
            let direction = match arguments.next().as_deref() {
                Some("down") => Some(Direction::Down),
                Some("auto") => None,
                _ => Some(Direction::Right),
            };
            let window = window(arguments)?;
            let given = Given::read(&text)?;
            let start = Instant::now();
            let drawn = given.draw(direction, window);
            given.write(&drawn, start.elapsed().as_secs_f64() * 1000.0)
        }
        Some("words") => {
            let window = window(arguments)?.ok_or("words WIDTH HEIGHT")?;
            words::at_fit(&Given::read(&text)?.diagram, window)
        }
        Some("sizes") => measured::measured(&Given::read(&text)?.diagram, &[]),
        Some("portfolio-sizes") => measured::portfolio(&text)?,
        _ => return Err("layout, words, sizes or portfolio-sizes".into()),
    };
    println!("{answer}");
    Ok(())
}

/// The window whose sides are given, if any are.
fn window(sides: impl Iterator<Item = String>) -> Result<Option<Size>, Box<dyn Error>> {
    let sides = sides.map(|word| word.parse()).collect::<Result<Vec<f64>, _>>()?;
    Ok(if let [w, h] = sides[..] { Some(Size::new(w, h)) } else { None })
}
