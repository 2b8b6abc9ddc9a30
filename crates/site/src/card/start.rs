//! The share image of the start page: who it is, and the figures below.

use super::super::Publication;
use super::set::{Face, clip, fit};
use super::sheet::{MARGIN, ROOM, Sheet, Side, spoken};
use vitrine_model::{Markdown, Metric, Portfolio};

/// Where the figures begin.
const FOOT: f64 = 478.0;
/// Between columns of figures.
const GAP: f64 = 32.0;

pub fn draw(sheet: &mut Sheet, publication: &Publication<'_>) {
    let portfolio = publication.portfolio;
    let profile = &portfolio.profile;
    let address = spoken(publication);
    let availability = profile.location.as_deref().unwrap_or_default();
    sheet.head(
        (if address.is_empty() { portfolio.words.page_untitled() } else { &address }, Face::mono(500)),
        availability,
    );

    let metrics: Vec<&Metric> = portfolio.metrics.iter().take(4).collect();
    let technologies = technologies(portfolio);
    let foot = if !metrics.is_empty() {
        FOOT
    } else if !technologies.is_empty() {
        FOOT + 56.0
    } else {
        630.0
    };
    let name = fit(&sheet.title(&profile.name), sheet.title_face(), ROOM, 2, (116.0, 64.0));
    let headline = profile.headline.as_ref().map(|text| fit(text, sheet.face(600), ROOM, 2, (46.0, 34.0)));
    let tagline = profile.tagline.as_ref().map(Markdown::plain);
    let tagline = tagline.map(|text| fit(&text, sheet.face(400), ROOM * 0.88, 2, (30.0, 26.0)));
    let height = |lines: &Option<super::set::Lines>, leading: f64, gap: f64| {
        lines.as_ref().map_or(0.0, |lines| lines.lines.len() as f64 * lines.size * leading + gap)
    };
    let mut used = name.lines.len() as f64 * name.size * 1.08 + height(&headline, 1.2, 10.0);
    let room = foot - 120.0 - 24.0;
    let tagline = tagline
        .filter(|_| used + height(&Some(fit("x", sheet.face(400), ROOM, 1, (26.0, 26.0))), 1.4, 22.0) * 2.0 <= room);
    used += height(&tagline, 1.4, 22.0);

    let mut y = 120.0 + ((room - used) / 2.0).max(0.0);
    y = sheet.lines((MARGIN - 4.0, y), sheet.title_face(), 1.08, "--color-ink", &name);
    if let Some(headline) = headline {
        y = sheet.lines((MARGIN, y + 10.0), sheet.face(600), 1.2, "--color-accent", &headline);
    }
    if let Some(tagline) = tagline {
        sheet.lines((MARGIN, y + 22.0), sheet.face(400), 1.4, "--color-muted", &tagline);
    }

    if !metrics.is_empty() {
        sheet.rule(foot);
        figures(sheet, &metrics, foot);
    } else if !technologies.is_empty() {
        sheet.rule(foot);
        let line = whole_words(&technologies, Face::mono(400), 23.0, ROOM);
        sheet.text((MARGIN, foot + 52.0), Side::Left, Face::mono(400), 23.0, "--color-muted", &line);
    }
}

fn figures(sheet: &mut Sheet, metrics: &[&Metric], foot: f64) {
    let column = (ROOM - GAP * (metrics.len() as f64 - 1.0)) / metrics.len() as f64;
    let mono = Face::mono(600);
    for (at, metric) in metrics.iter().enumerate() {
        let x = MARGIN + at as f64 * (column + GAP);
        let unit = metric.unit.as_deref().unwrap_or_default();
        let gap = if unit.starts_with(char::is_alphabetic) { " " } else { "" };
        let figure = [metric.sign.as_deref().unwrap_or_default(), &metric.value, gap, unit].concat();
        let figure = fit(&figure, mono, column, 1, (50.0, 26.0));
        for text in &figure.lines {
            sheet.text((x, foot + 66.0), Side::Left, mono, figure.size, "--color-ink", text);
        }
        let label = clip(&metric.label, sheet.face(400), 22.0, column);
        sheet.text((x, foot + 102.0), Side::Left, sheet.face(400), 22.0, "--color-muted", &label);
    }
}

/// What the projects use that the start page lists, the most used first.
fn technologies(portfolio: &Portfolio) -> Vec<&str> {
    let mut used: Vec<(usize, usize)> = Vec::new();
    for (at, _) in portfolio.technologies.iter().enumerate() {
        let using = portfolio.projects_using(vitrine_model::TechId(at as u32));
        let count = using.filter(|project| portfolio.section_of(project).is_some()).count();
        if count > 0 {
            used.push((count, at));
        }
    }
    used.sort_by_key(|&(count, at)| (std::cmp::Reverse(count), at));
    used.into_iter().map(|(_, at)| portfolio.technologies[at].name.as_str()).collect()
}

/// As many names as fit in one line, none of them cut.
pub fn whole_words(names: &[&str], face: Face, size: f64, room: f64) -> String {
    let mut line = String::new();
    for name in names {
        let longer = if line.is_empty() { (*name).to_owned() } else { [&line, " · ", name].concat() };
        if face.width(&longer, size) > room {
            break;
        }
        line = longer;
    }
    line
}
