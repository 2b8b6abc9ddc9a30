use vitrine::model::{Gate, read};

#[test]
fn smoke() {
    let text = r#"{"profile":{"name":"Ada","links":[{"label":"x","url":"javascript:alert(1)"}, 5]},"technologies":[{"id":"redis","name":"Redis"}],
    "projects":[{"id":"a","title":"A","technologies":["redsi","redis"],"problem":"**hi** [x](https://a.b/c) [y](javascript:1)","period":{"start":"2024-05","end":"2023"}},{"title":5,"titel":1}],
    "experience":[{"name":"X","roles":[{"title":"SDE","start":"2020-01"}]}], "diagrams":[{"name":"d","nodes":[{"id":"a"},{"id":"b"}],"edges":[{"source":"a","target":"b"},{"source":"a","target":"c"}]}]}"#;
    let reading = read(text, &Gate::native()).unwrap();
    for problem in &reading.problems {
        println!("{problem}");
    }
    println!("{:#?}", reading.value);
}
