//! The share image of the career log: the latest roles on their lane.

use super::super::Publication;
use super::set::{Face, clip};
use super::sheet::{MARGIN, RIGHT, Sheet, Side, spoken};

/// Where the lane begins.
const TOP: f64 = 300.0;
/// From one role to the next.
const STEP: f64 = 74.0;
/// The most roles that there is room for.
const MOST: usize = 4;

pub fn draw(sheet: &mut Sheet, publication: &Publication<'_>) {
    let portfolio = publication.portfolio;
    sheet.head((&portfolio.profile.name, sheet.face(600)), &spoken(publication));
    sheet.text(
        (MARGIN - 3.0, 212.0),
        Side::Left,
        sheet.title_face(),
        84.0,
        "--color-ink",
        portfolio.words.section_experience(),
    );

    let roles = portfolio.experience.iter().flat_map(|at| at.roles.iter().map(move |role| (at, role)));
    let roles: Vec<_> = roles.take(MOST).collect();
    let (accent, faint) = (sheet.colours.token("--color-accent"), sheet.colours.token("--color-edge"));
    let lane = MARGIN + 10.0;
    let across = sheet.left(lane, 0.0);
    if let Some(last) = roles.len().checked_sub(1) {
        let end = TOP + last as f64 * STEP;
        sheet.raw(&format!("<path d=\"M{across} {TOP}V{end}\" stroke=\"{faint}\" stroke-width=\"3\"/>"));
    }
    let mono = Face::mono(400);
    for (at, (employer, role)) in roles.into_iter().enumerate() {
        let y = TOP + at as f64 * STEP;
        let fill = if at == 0 { accent } else { sheet.colours.token("--color-ground") };
        sheet.raw(&format!(
            "<circle cx=\"{across}\" cy=\"{y}\" r=\"9\" fill=\"{fill}\" stroke=\"{accent}\" stroke-width=\"3\"/>"
        ));
        let span = role.period.map(|period| publication.words(period)).unwrap_or_default();
        sheet.text((RIGHT, y + 8.0), Side::Right, mono, 23.0, "--color-muted", &span);
        let start = lane + 32.0;
        let room = RIGHT - start - mono.width(&span, 23.0) - 32.0;
        let (strong, plain) = (sheet.face(600), sheet.face(400));
        let title = clip(&role.title, strong, 32.0, room);
        sheet.text((start, y + 11.0), Side::Left, strong, 32.0, "--color-ink", &title);
        let after = start + strong.width(&title, 32.0) + 14.0;
        let left = start + room - after;
        if left > 120.0 {
            let name = clip(&employer.name, plain, 28.0, left);
            sheet.text((after, y + 11.0), Side::Left, plain, 28.0, "--color-muted", &name);
        }
    }
}
