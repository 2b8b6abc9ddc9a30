//! The law of a checked portfolio: what everything downstream relies on.

use std::collections::HashSet;

use vitrine::model::href::HrefKind;
use vitrine::model::{
    Branch, Day, Diagram, DiagramId, End, Flow, Href, Link, Markdown, Node, Part, PartialDate, Period, Piece, Place,
    Portfolio, TechId, Way, id,
};

/// Fails when a portfolio breaks a promise of its types.
#[track_caller]
pub fn assert_sound(portfolio: &Portfolio) {
    let tech = |ids: &[TechId]| {
        assert!(ids.iter().all(|id| (id.0 as usize) < portfolio.technologies.len()), "technologies resolve");
        assert_eq!(ids.iter().collect::<HashSet<_>>().len(), ids.len(), "no technology twice");
    };
    assert!(!portfolio.profile.name.is_empty());
    if let Some(site) = &portfolio.site {
        href(site);
        assert!(site.as_str().starts_with("https://") && !site.as_str().contains(['?', '#']), "{site:?}");
    }
    portfolio.profile.about.iter().chain(&portfolio.profile.tagline).for_each(prose);
    links(&portfolio.profile.links);
    unique(portfolio.technologies.iter().map(|entry| &entry.id));
    unique(portfolio.projects.iter().map(|entry| &entry.id));
    unique(portfolio.diagrams.iter().map(|entry| &entry.id));
    unique(portfolio.sections.iter().map(|entry| &entry.id));
    for entry in &portfolio.metrics {
        assert!(!entry.value.is_empty() && !entry.label.is_empty());
    }
    for entry in &portfolio.technologies {
        assert!(id::fits_path(&entry.id) && !entry.name.is_empty());
    }
    for section in &portfolio.sections {
        assert!(id::fits_element(&section.id), "{}", section.id);
        assert!(!section.title.is_empty() && (section.text.is_some() || !section.parts.is_empty()));
        assert_eq!(section.parts.contains(&Part::Projects), !section.kinds.is_empty());
        for kind in &section.kinds {
            assert!(portfolio.projects.iter().any(|project| project.kind == *kind), "no empty kind");
        }
        section.parts.iter().for_each(|part| shows(*part, portfolio));
    }
    for project in &portfolio.projects {
        assert!(id::fits_path(&project.id) && !project.title.is_empty() && !project.path.is_empty());
        assert!(project.diagram.is_none_or(|id| (id.0 as usize) < portfolio.diagrams.len()));
        project.period.iter().for_each(period);
        [&project.summary, &project.problem, &project.solution, &project.architecture]
            .into_iter()
            .flatten()
            .chain(&project.lessons)
            .for_each(prose);
        tech(&project.technologies);
        links(&project.links);
    }
    for employer in &portfolio.experience {
        assert!(!employer.name.is_empty() && !employer.roles.is_empty());
        employer.href.iter().for_each(href);
        for role in &employer.roles {
            assert!(!role.title.is_empty() && !role.branch.is_empty());
            role.period.iter().for_each(period);
            assert!(role.hash.len() == 7 && role.hash.bytes().all(|byte| byte.is_ascii_hexdigit()));
            role.achievements.iter().chain(&role.summary).for_each(prose);
            tech(&role.technologies);
        }
    }
    for records in &portfolio.records {
        assert!(!records.entries.is_empty() && Part::RECORDS.contains(&records.part));
        for record in &records.entries {
            assert!(!record.title.is_empty());
            record.period.iter().for_each(period);
            record.href.iter().for_each(href);
            record.text.iter().chain(&record.points).for_each(prose);
        }
    }
    if let Some(radar) = &portfolio.radar {
        assert!(radar.max > 0.0 && radar.max.is_finite() && !radar.axes.is_empty());
        for axis in &radar.axes {
            assert!((0.0..=radar.max).contains(&axis.value) && !axis.label.is_empty());
            tech(&axis.technologies);
        }
    }
    for group in &portfolio.skills {
        assert!(!group.entries.is_empty());
        group.entries.iter().for_each(|entry| tech(&[entry.technology]));
        assert!(group.entries.iter().all(|entry| entry.years.is_none_or(|years| years >= 0.0 && years.is_finite())));
    }
    for focus in &portfolio.focus {
        assert!(!focus.technologies.is_empty() || !focus.items.is_empty());
        tech(&focus.technologies);
    }
    for diagram in &portfolio.diagrams {
        assert!(id::fits_path(&diagram.id));
        assert_sound_diagram(diagram, portfolio);
    }
    if let Some(contributions) = &portfolio.contributions {
        assert!(matches!(contributions.months, 3 | 6 | 12) && !contributions.days.is_empty());
        assert!(contributions.days.is_sorted_by(|a, b| a.0 < b.0), "one entry a day, sorted");
        assert!(contributions.days.iter().all(|(day, _)| *day <= contributions.taken && real(*day)));
    }
    for article in &portfolio.writing {
        assert!(!article.title.is_empty());
        article.href.iter().for_each(href);
        if let Some(PartialDate::Day(day)) = article.date {
            assert!(real(day));
        }
    }
    if let Some(contact) = &portfolio.contact {
        links(&contact.links);
        assert!(contact.email.as_ref().is_none_or(|email| email.matches('@').count() == 1));
    }
}

/// The same for one diagram, whose technologies are those of a portfolio.
#[track_caller]
pub fn assert_sound_diagram(diagram: &Diagram, portfolio: &Portfolio) {
    assert!(!diagram.nodes.is_empty() && !diagram.name.is_empty() && !diagram.title.is_empty());
    unique(diagram.nodes.iter().map(|entry| &entry.id));
    unique(diagram.edges.iter().map(|entry| &entry.id));
    unique(diagram.groups.iter().map(|entry| &entry.id));
    for node in &diagram.nodes {
        assert!(!node.label.is_empty() && node.group.is_none_or(|group| group < diagram.groups.len()));
        assert!(node.technology.is_none_or(|id| (id.0 as usize) < portfolio.technologies.len()));
        place(node.place);
    }
    for edge in &diagram.edges {
        assert!(edge.source < diagram.nodes.len() && edge.target < diagram.nodes.len());
    }
    let known = |id: &DiagramId| (id.0 as usize) < portfolio.diagrams.len();
    assert!(diagram.nodes.iter().all(|node| node.opens.iter().all(known)));
    for node in &diagram.nodes {
        assert!(node.also.iter().all(|id| known(id) && portfolio.diagram(*id).find_node(&node.id).is_some()));
        assert!(node.also.is_sorted() && node.also.len() <= Node::ELSEWHERE);
    }
    if let Some((outer, node)) = &diagram.inside {
        let doors = &portfolio.diagram(*outer).nodes;
        let opened = doors.iter().find(|door| door.id == *node).and_then(|door| door.opens);
        assert_eq!(opened.map(|id| &portfolio.diagram(id).id), Some(&diagram.id));
    }
    unique(diagram.perspectives.iter().map(|perspective| &perspective.id));
    for perspective in diagram.perspectives.iter() {
        assert_sound_flow(perspective, diagram);
        assert!(perspective.fragments.is_empty());
        assert!(perspective.steps.iter().all(|step| matches!(step.way, Way::In(_))));
    }
    unique(diagram.flows.iter().map(|flow| &flow.id));
    diagram.flows.iter().for_each(|flow| assert_sound_flow(flow, diagram));
    for (start, group) in diagram.groups.iter().enumerate() {
        place(group.place);
        let mut here = Some(start);
        for _ in 0..=diagram.groups.len() {
            here = here.and_then(|here| diagram.groups[here].parent);
        }
        assert_eq!(here, None, "parents form no cycle");
    }
}

fn assert_sound_flow(flow: &Flow, diagram: &Diagram) {
    assert!(!flow.name.is_empty() && !flow.steps.is_empty());
    flow.description.iter().for_each(prose);
    for step in &flow.steps {
        step.note.iter().for_each(prose);
        assert!(match step.way {
            Way::In(node) | Way::Within(node) => node < diagram.nodes.len(),
            Way::Along(edge) | Way::Against(edge) => edge < diagram.edges.len(),
        });
    }
    for (at, fragment) in flow.fragments.iter().enumerate() {
        assert!(!fragment.branches.is_empty() && fragment.branches.iter().all(|branch| !branch.steps.is_empty()));
        assert!(fragment.branches.windows(2).all(|pair| pair[0].steps.end == pair[1].steps.start), "no gaps");
        assert!(fragment.branches.iter().all(|branch| branch.steps.end <= flow.steps.len()));
        // Every later one lies within one branch, or begins behind it.
        let end = fragment.branches.last().map_or(0, |branch| branch.steps.end);
        for later in &flow.fragments[at + 1..] {
            let range = later.branches[0].steps.start..later.branches.last().map_or(0, |branch| branch.steps.end);
            let holds = |branch: &Branch| branch.steps.start <= range.start && range.end <= branch.steps.end;
            assert!(range.start >= end || fragment.branches.iter().any(holds), "{fragment:?} cuts {later:?}");
        }
    }
}

fn shows(part: Part, portfolio: &Portfolio) {
    assert!(match part {
        Part::About => !portfolio.profile.about.is_empty(),
        Part::Focus => !portfolio.focus.is_empty(),
        Part::Projects => !portfolio.projects.is_empty(),
        Part::Diagrams => !portfolio.diagrams.is_empty(),
        Part::Experience => !portfolio.experience.is_empty(),
        Part::Radar => portfolio.radar.is_some(),
        Part::Skills => !portfolio.skills.is_empty(),
        Part::Contributions => portfolio.contributions.is_some(),
        Part::Writing => !portfolio.writing.is_empty(),
        Part::Competencies => !portfolio.competencies.is_empty(),
        Part::Contact => portfolio.contact.is_some(),
        record => !portfolio.records(record).is_empty(),
    });
}

fn unique<'a>(ids: impl Iterator<Item = &'a String>) {
    let mut seen = HashSet::new();
    ids.for_each(|id| assert!(seen.insert(id), "{id} is there twice"));
}

fn place(place: Place) {
    let within = |number: f64| number.abs() <= 1e7;
    assert!(place.at.is_none_or(|(x, y)| within(x) && within(y)));
    let sized = |size: Option<f64>| size.is_none_or(|size| size > 0.0 && within(size));
    assert!(sized(place.size.0) && sized(place.size.1));
}

fn links(links: &[Link]) {
    for link in links {
        assert!(!link.label.is_empty());
        link.href.iter().for_each(href);
    }
}

fn period(period: &Period) {
    match (period.start, period.end) {
        (Some(start), End::At(end)) => assert!(start.first() <= end.last()),
        (None, End::Lasting | End::Unknown) => panic!("a period without a date"),
        _ => {}
    }
}

/// A link as the page will use it leads where its kind says.
pub fn href(href: &Href) {
    let base = url::Url::parse("https://site.test/base/").expect("a base");
    let url = base.join(href.as_str()).expect("a link is a URL");
    match href.kind() {
        HrefKind::External => assert!(matches!(url.scheme(), "http" | "https") && url.username().is_empty()),
        HrefKind::Mail => {
            assert!(url.scheme() == "mailto");
            assert!(
                url.query_pairs().all(|(name, _)| matches!(&*name.to_ascii_lowercase(), "subject" | "body")),
                "{url}"
            );
        }
        HrefKind::App => assert!(matches!(url.scheme(), "sms" | "geo" | "matrix" | "xmpp" | "skype")),
        HrefKind::Phone => assert_eq!(url.scheme(), "tel"),
        HrefKind::Relative | HrefKind::Page => {
            assert!(url.as_str().starts_with(base.as_str()), "{url} leaves the base");
        }
    }
}

/// Every link of a text leads where its kind says, no words are empty, and nothing nests deeper than it can be drawn.
pub fn prose(text: &Markdown) {
    fn pieces(text: &[Piece], depth: usize) {
        assert!(depth < 20, "marks nest too deep to be drawn");
        for piece in text {
            match piece {
                Piece::Text(text) => assert!(!text.is_empty()),
                Piece::Link(target, inner) => {
                    href(target);
                    assert!(!inner.is_empty());
                    pieces(inner, depth + 1);
                }
                Piece::Element(_, _, inner) => pieces(inner, depth + 1),
            }
        }
    }
    pieces(&text.0, 0);
}

fn real(day: Day) -> bool {
    let (year, month, of_month) = day.ymd();
    (1000..=9999).contains(&year) && Day::from_ymd(year, month, of_month) == Some(day)
}
