//! Structurizr workspaces as JSON: each view of the model is a diagram.

mod kind;

use std::collections::BTreeMap;

use vitrine_model::id;

use crate::{Import, ImportError, Value, lenient};

/// The lists of views that are diagrams of the model, and what is told of views that are none.
const VIEWS: [&str; 6] = [
    "systemLandscapeViews",
    "systemContextViews",
    "containerViews",
    "componentViews",
    "dynamicViews",
    "deploymentViews",
];

/// What a model's element is.
struct Element<'a> {
    value: &'a Value,
    /// The element that it is part of.
    parent: Option<String>,
    /// What sort it is: `person`, `system`, `container`, `component`, `deployment`, `infrastructure`, `instance`.
    sort: &'static str,
}

/// Everything that views name, by its id.
#[derive(Default)]
struct Model<'a> {
    elements: BTreeMap<String, Element<'a>>,
    relations: BTreeMap<String, &'a Value>,
}

/// Reads a workspace.
///
/// # Errors
/// When it is no JSON, or has no view.
pub fn read(text: &str) -> Result<Import, ImportError> {
    if text.trim_start().starts_with("workspace") {
        return Err(ImportError(
            "this is Structurizr's own language; write it as JSON first: structurizr-cli export -workspace workspace.dsl -format json".into(),
        ));
    }
    let (workspace, mut notes) = lenient::read(text, "the workspace")?;
    let mut model = Model::default();
    if let Some(root) = workspace.get("model") {
        model.gather(root, None);
    }
    let views = || VIEWS.iter().flat_map(|sort| workspace.at(&["views", sort]).map_or(&[][..], Value::entries));
    let (mut taken, mut diagrams) = (BTreeMap::new(), Vec::new());
    let mut opens: BTreeMap<String, String> = BTreeMap::new();
    for (number, view) in views().enumerate() {
        let key = view.text_of("key").map_or_else(|| format!("view-{}", number + 1), str::to_owned);
        let slug = Some(id::slug(&key)).filter(|slug| id::fits_path(slug)).unwrap_or_else(|| "view".to_owned());
        let id = id::free(&slug, &mut taken);
        // The first view of a thing's inside is what it opens.
        for scope in ["containerId", "softwareSystemId"] {
            let is_inside = scope == "containerId"
                || workspace.at(&["views", "containerViews"]).is_some_and(|list| list.entries().contains(view));
            if let Some(of) = view.get(scope).map(id_of).filter(|_| is_inside) {
                opens.entry(of).or_insert_with(|| id.clone());
                break;
            }
        }
        match model.view(view, &id) {
            Some(diagram) => diagrams.push(diagram),
            None => notes.push(format!("the view {key:?} shows nothing of the model and is left out")),
        }
    }
    for sort in ["filteredViews", "imageViews", "customViews"] {
        let count = workspace.at(&["views", sort]).map_or(0, |list| list.entries().len());
        if count > 0 {
            notes.push(format!("{sort} are left out ({count}): they are none of the model's own"));
        }
    }
    if diagrams.is_empty() {
        return Err(ImportError("there is no view in the workspace that shows something of its model".into()));
    }
    open(&mut diagrams, &opens);
    Ok(Import { portfolio: Value::object([("version", 1_u64.into()), ("diagrams", Value::List(diagrams))]), notes })
}

/// Lets boxes open the diagrams that show what is inside of them.
fn open(diagrams: &mut [Value], opens: &BTreeMap<String, String>) {
    let there: Vec<String> = diagrams.iter().filter_map(|diagram| diagram.text_of("id").map(str::to_owned)).collect();
    for diagram in diagrams {
        let own = diagram.text_of("id").unwrap_or_default().to_owned();
        let Value::Object(properties) = diagram else { continue };
        let Some((_, Value::List(nodes))) = properties.iter_mut().find(|(name, _)| name == "nodes") else { continue };
        for node in nodes {
            let inside = node.text_of("id").and_then(|id| opens.get(id)).filter(|id| **id != own && there.contains(id));
            if let Some(inside) = inside.cloned() {
                node.set("opens", inside.into());
            }
        }
    }
}

fn id_of(value: &Value) -> String {
    value.text().map_or_else(|| value.to_string(), str::to_owned)
}

impl<'a> Model<'a> {
    /// Takes everything below a part of the model.
    fn gather(&mut self, value: &'a Value, parent: Option<&str>) {
        for (list, sort) in [
            ("people", "person"),
            ("softwareSystems", "system"),
            ("containers", "container"),
            ("components", "component"),
            ("customElements", "system"),
            ("deploymentNodes", "deployment"),
            ("children", "deployment"),
            ("infrastructureNodes", "infrastructure"),
            ("softwareSystemInstances", "instance"),
            ("containerInstances", "instance"),
        ] {
            for element in value.list_of(list) {
                let id = element.get("id").map(id_of).unwrap_or_default();
                for relation in element.list_of("relationships") {
                    self.relations.insert(relation.get("id").map(id_of).unwrap_or_default(), relation);
                }
                self.elements.insert(id.clone(), Element { value: element, parent: parent.map(str::to_owned), sort });
                self.gather(element, Some(&id));
            }
        }
    }

    /// The element that tells of another: of an instance what it is an instance of.
    fn meant(&self, id: &str) -> Option<&Element<'a>> {
        let element = self.elements.get(id)?;
        let of = ["containerId", "softwareSystemId"]
            .iter()
            .find_map(|of| element.value.get(of))
            .filter(|_| element.sort == "instance");
        of.and_then(|of| self.elements.get(&id_of(of))).or(Some(element))
    }

    fn view(&self, view: &Value, id: &str) -> Option<Value> {
        let shown: Vec<String> =
            view.list_of("elements").iter().filter_map(|element| element.get("id").map(id_of)).collect();
        // What holds others that are shown is a boundary.
        let holds = |id: &str| shown.iter().any(|other| self.above(other).any(|parent| parent == id));
        let boxes: Vec<&String> = shown.iter().filter(|id| self.elements.contains_key(*id) && !holds(id)).collect();
        if boxes.is_empty() {
            return None;
        }
        let mut groups = Groups::default();
        let nodes: Vec<Value> = boxes.iter().filter_map(|id| self.node(id, &mut groups)).collect();
        let is_box = |id: &str| boxes.iter().any(|other| *other == id);
        let (mut edges, mut steps) = (Vec::new(), Vec::new());
        for used in view.list_of("relationships") {
            let Some(relation) = used.get("id").and_then(|id| self.relations.get(&id_of(id))) else { continue };
            let (Some(source), Some(target)) =
                (relation.get("sourceId").map(id_of), relation.get("destinationId").map(id_of))
            else {
                continue;
            };
            if !is_box(&source) || !is_box(&target) {
                continue;
            }
            let words = used.text_of("description").or_else(|| relation.text_of("description"));
            if used.text_of("order").is_some() {
                let back = matches!(used.get("response"), Some(Value::Bool(true)));
                let (from, to) = if back { (&target, &source) } else { (&source, &target) };
                let kind = back.then_some("reply");
                let step = [
                    ("from", from.as_str().into()),
                    ("to", to.as_str().into()),
                    ("kind", kind.into()),
                    ("note", words.into()),
                ];
                steps.push((used.text_of("order").unwrap_or_default().to_owned(), Value::object(step)));
            }
            let is_async =
                relation.text_of("interactionStyle").is_some_and(|style| style.eq_ignore_ascii_case("asynchronous"));
            let edge = Value::object([
                ("source", source.into()),
                ("target", target.into()),
                ("label", relation.text_of("description").or(words).into()),
                ("kind", is_async.then_some("async").into()),
            ]);
            if !edges.contains(&edge) {
                edges.push(edge);
            }
        }
        let title = view.text_of("title").map_or_else(|| self.title(view), |title| Some(title.to_owned()));
        Some(Value::object([
            ("id", id.into()),
            ("name", id.into()),
            ("title", title.into()),
            ("caption", view.text_of("description").into()),
            ("nodes", Value::List(nodes)),
            ("edges", Value::List(edges)),
            ("groups", Value::List(groups.list)),
            ("flows", flows(view, steps)),
        ]))
    }

    /// What a view is of.
    fn title(&self, view: &Value) -> Option<String> {
        let of = ["containerId", "softwareSystemId", "elementId"].iter().find_map(|of| view.get(of))?;
        self.elements.get(&id_of(of))?.value.text_of("name").map(str::to_owned)
    }

    /// Everything that an element is part of, from the inside out.
    fn above<'b>(&'b self, id: &str) -> impl Iterator<Item = &'b str> {
        let parent = |id: &str| self.elements.get(id).and_then(|element| element.parent.as_deref());
        std::iter::successors(parent(id), move |id| parent(id))
    }

    fn node(&self, id: &str, groups: &mut Groups) -> Option<Value> {
        let (own, element) = (self.elements.get(id)?, self.meant(id)?);
        let value = element.value;
        // A system is a boundary of its containers in views of it, and of nothing in those of systems.
        let is_scoped = element.sort == "container"
            || element.sort == "component"
            || own.sort != element.sort
            || matches!(own.sort, "deployment" | "infrastructure");
        let around: Vec<&str> = self.above(id).collect();
        let mut parent = None;
        for around in around.into_iter().rev().filter(|_| is_scoped) {
            let element = self.elements.get(around);
            let name = element.and_then(|element| element.value.text_of("name")).unwrap_or(around);
            // A machine is on something, and there may be several.
            let machine = element.filter(|element| element.sort == "deployment").map(|element| element.value);
            let technology = machine.and_then(|machine| machine.text_of("technology"));
            let facts = (technology, machine.and_then(instances));
            parent = Some(groups.take(around, name, facts, parent.as_deref()));
        }
        // Groups within groups are written `Bank/Retail`.
        let mut path = String::new();
        for name in value.text_of("group").into_iter().flat_map(|group| group.split('/')) {
            path = format!("{path}/{name}");
            let id = id::slug(&format!("{} {path}", parent.as_deref().unwrap_or_default()));
            parent = Some(groups.take(&format!("group-{id}"), name, (None, None), parent.as_deref()));
        }
        let (technology, words) = (value.text_of("technology"), value.text_of("description"));
        let description = match (technology, words) {
            (Some(technology), Some(words)) => Some(format!("{words} ({technology})")),
            (technology, words) => words.or(technology).map(str::to_owned),
        };
        Some(Value::object([
            ("id", id.into()),
            ("label", value.text_of("name").into()),
            ("kind", kind::kind(element).into()),
            ("instances", instances(own.value).into()),
            ("description", description.into()),
            ("group", parent.into()),
        ]))
    }
}

/// What happens in a dynamic view, in its order.
fn flows(view: &Value, mut steps: Vec<(String, Value)>) -> Value {
    if steps.is_empty() {
        return Value::Null;
    }
    let order = |text: &str| text.split('.').map(|part| part.parse().unwrap_or(0)).collect::<Vec<u32>>();
    steps.sort_by_key(|(number, _)| order(number));
    let name = view.text_of("description").or(view.text_of("title")).unwrap_or("Flow");
    let steps: Value = steps.into_iter().map(|(_, step)| step).collect();
    [Value::object([("id", "flow".into()), ("name", name.into()), ("steps", steps)])].into_iter().collect()
}

/// The boundaries of a view.
#[derive(Default)]
struct Groups {
    list: Vec<Value>,
}

impl Groups {
    /// The id of a boundary, which is made where there is none.
    fn take(
        &mut self,
        id: &str,
        label: &str,
        (technology, instances): (Option<&str>, Option<String>),
        parent: Option<&str>,
    ) -> String {
        let id = format!("in-{id}");
        if self.list.iter().all(|group| group.text_of("id") != Some(&id)) {
            let label = Some(label.trim()).filter(|label| !label.is_empty());
            self.list.push(Value::object([
                ("id", id.as_str().into()),
                ("label", label.into()),
                ("technology", technology.into()),
                ("instances", instances.into()),
                ("parent", parent.into()),
            ]));
        }
        id
    }
}

/// How many of something there are, where there is not one.
fn instances(value: &Value) -> Option<String> {
    value.get("instances").map(id_of).filter(|count| !matches!(&**count, "" | "1"))
}
