//! `resume.json` against the schema of JSON Resume.

use boon::{Compiler, Schemas};
use serde_json::{Value, json};
use vitrine::publish::resume::resume;

use super::{each, without_site};

#[test]
fn resumes_pass_the_schema_of_json_resume() {
    let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
    let schema = serde_json::from_str(include_str!("../data/schema/json-resume.json")).expect("JSON");
    compiler.enable_format_assertions();
    compiler.add_resource("resume.json", schema).expect("a schema");
    let schema = compiler.compile("resume.json", &mut schemas).expect("a sound schema");
    for wrong in [json!({ "work": [{ "startDate": "May 2023" }] }), json!({ "basics": { "email": "nobody" } })] {
        assert!(schemas.validate(&wrong, schema).is_err(), "{wrong}");
    }
    let check = |file: &str, text: String| {
        let resume: Value = serde_json::from_str(&text).expect("JSON");
        if let Err(error) = schemas.validate(&resume, schema) {
            panic!("{file}: {error:#}");
        }
    };
    each(|file, publication| check(file, resume(publication)));
    without_site(|publication| check("without a site", resume(publication)));
}

#[test]
fn a_resume_says_what_the_portfolio_says() {
    each(|file, publication| {
        let resume: Value = serde_json::from_str(&resume(publication)).expect("JSON");
        let portfolio = publication.portfolio;
        let count = |list: &str| resume[list].as_array().map_or(0, Vec::len);
        assert_eq!(resume["basics"]["name"], portfolio.profile.name.as_str());
        assert_eq!(resume["basics"]["label"].as_str(), portfolio.profile.headline.as_deref());
        assert!(
            resume["basics"]["email"].is_string() || portfolio.contact.as_ref().is_none_or(|it| it.email.is_none())
        );
        assert_eq!(count("work"), portfolio.experience.iter().map(|at| at.roles.len()).sum::<usize>(), "{file}");
        assert_eq!(count("projects"), portfolio.projects.len());
        assert_eq!(count("publications"), portfolio.writing.len());
        assert!(count("skills") > 0, "{file}");
        for (entry, project) in resume["projects"].as_array().into_iter().flatten().zip(&portfolio.projects) {
            assert_eq!(entry["name"], project.title.as_str());
            assert_eq!(entry["keywords"].as_array().map_or(0, Vec::len), project.technologies.len());
        }
        assert_eq!(
            resume["meta"]["canonical"],
            [publication.site.as_deref().unwrap_or_default(), "resume.json"].concat()
        );
    });
}
