//! The share image of a project: its name, what it is, and what came of it.

use super::super::Publication;
use super::set::{Face, clip, fit};
use super::sheet::{MARGIN, RIGHT, ROOM, Sheet, Side};
use super::start::whole_words;
use vitrine_model::{Markdown, Project};

/// Where the foot begins.
const FOOT: f64 = 496.0;
/// Where the words begin, at the earliest.
const HEAD: f64 = 128.0;
/// Between the words and the foot, at the least.
const REST: f64 = 30.0;
/// The height of the line above the title.
const KIND: f64 = 40.0;

pub fn draw(sheet: &mut Sheet, publication: &Publication<'_>, project: &Project) {
    let portfolio = publication.portfolio;
    sheet.head((&portfolio.profile.name, sheet.face(600)), &project.path);
    let kind = portfolio.kind(project.kind).title.to_lowercase();
    let summary = project.summary.as_ref().or(project.problem.as_ref()).map(Markdown::plain);
    words(sheet, &kind, &project.title, summary);
    foot(sheet, publication, project);
}

/// What it is, what it is called, and what it is about, in the middle of the sheet.
pub fn words(sheet: &mut Sheet, kind: &str, name: &str, summary: Option<String>) {
    let name = &sheet.title(name);
    let title = fit(name, sheet.title_face(), ROOM, 2, (80.0, 52.0));
    let title = if title.lines.iter().any(|line| line.ends_with('…')) {
        fit(name, sheet.title_face(), ROOM, 4, (52.0, 36.0))
    } else {
        title
    };
    let title_height = title.lines.len() as f64 * title.size * 1.12;
    let lines = (((FOOT - REST - HEAD - KIND - title_height - 18.0) / (29.0 * 1.4)) as usize).min(3);
    let summary =
        summary.filter(|_| lines > 0).map(|text| fit(&text, sheet.face(400), ROOM * 0.94, lines, (29.0, 27.0)));
    let summary_height = summary.as_ref().map_or(0.0, |text| text.lines.len() as f64 * text.size * 1.4 + 18.0);

    let used = KIND + title_height + summary_height;
    let mut y = HEAD + ((FOOT - REST - HEAD - used) / 2.0).max(0.0);
    let kind = clip(kind, Face::mono(500), 24.0, ROOM);
    sheet.text((MARGIN, y + 22.0), Side::Left, Face::mono(500), 24.0, "--color-accent", &kind);
    y = sheet.lines((MARGIN - 2.0, y + KIND), sheet.title_face(), 1.12, "--color-ink", &title);
    if let Some(summary) = summary {
        sheet.lines((MARGIN, y + 18.0), sheet.face(400), 1.4, "--color-muted", &summary);
    }
}

/// The figure it is known for, else the person's part in it; and what it is made of.
fn foot(sheet: &mut Sheet, publication: &Publication<'_>, project: &Project) {
    let impact = project.impact.as_ref();
    if impact.is_some_and(|impact| impact.figure.is_some()) || !project.technologies.is_empty() {
        sheet.rule(FOOT);
    }
    let mut left = 0.0;
    if let Some(figure) = impact.and_then(|impact| impact.figure.as_ref()) {
        let mono = Face::mono(600);
        let figure = fit(figure, mono, ROOM * 0.5, 1, (48.0, 26.0));
        let label = impact.and_then(|impact| impact.label.as_deref()).unwrap_or_default();
        let label = clip(label, sheet.face(400), 22.0, ROOM * 0.5);
        for text in &figure.lines {
            sheet.text((MARGIN, FOOT + 62.0), Side::Left, mono, figure.size, "--color-ink", text);
            left = mono.width(text, figure.size);
        }
        sheet.text((MARGIN, FOOT + 96.0), Side::Left, sheet.face(400), 22.0, "--color-muted", &label);
        left = sheet.face(400).width(&label, 22.0).max(left) + 48.0;
    }
    let names: Vec<&str> =
        project.technologies.iter().map(|&id| publication.portfolio.technology(id).name.as_str()).collect();
    let mono = Face::mono(400);
    let room = ROOM - left;
    let (x, side) = if left > 0.0 { (RIGHT, Side::Right) } else { (MARGIN, Side::Left) };
    for (at, line) in two_lines(&names, mono, 22.0, room).iter().enumerate() {
        sheet.text((x, FOOT + 54.0 + 36.0 * at as f64), side, mono, 22.0, "--color-muted", line);
    }
}

/// As many names as fit in two lines, none of them cut and the lines about equally long.
fn two_lines(names: &[&str], face: Face, size: f64, room: f64) -> Vec<String> {
    let split = |room: f64| {
        let first = whole_words(names, face, size, room);
        let taken = first.split(" · ").filter(|name| !name.is_empty()).count();
        let second = whole_words(names.get(taken..).unwrap_or_default(), face, size, room);
        (taken, second.split(" · ").filter(|name| !name.is_empty()).count(), first, second)
    };
    let (first, second, ..) = split(room);
    if second == 0 {
        return vec![split(room).2];
    }
    let mut best = room;
    for step in 1..20 {
        let narrower = room * (1.0 - f64::from(step) / 40.0);
        let (one, two, ..) = split(narrower);
        if one + two < first + second {
            break;
        }
        best = narrower;
    }
    let (.., one, two) = split(best);
    vec![one, two]
}
