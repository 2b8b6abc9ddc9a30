//! Makes a method of each message of `languages/en.json`, so that the compiler knows of a word that is missing and of each slot.

use std::fmt::Write as _;
use std::{env, fs, path::Path};

use indexmap::IndexMap;
use serde_json::Value;

#[path = "src/template.rs"]
mod template;

fn main() {
    println!("cargo:rerun-if-changed=languages/en.json");
    println!("cargo:rerun-if-changed=src/template.rs");
    let text = fs::read_to_string("languages/en.json").expect("languages/en.json");
    let messages: IndexMap<String, Value> = serde_json::from_str(&text).expect("an object of messages");
    let out = env::var_os("OUT_DIR").expect("cargo says where to write");
    fs::write(Path::new(&out).join("messages.rs"), code(&messages)).expect("a file of methods");
}

fn code(messages: &IndexMap<String, Value>) -> String {
    let mut methods = String::from("impl Words {\n");
    let mut keys = String::from("/// Each message: its key, its slots, and how it is written.\n");
    let _ = writeln!(keys, "pub static MESSAGES: [Message; {}] = [", messages.len());
    for (at, (key, message)) in messages.iter().enumerate() {
        let name = key.replace('.', "_");
        let (text, form) = match message {
            Value::String(text) => (text, "One"),
            Value::Object(forms) => (forms.get("other").and_then(as_text).expect("\"other\""), "Plural"),
            Value::Array(entries) => {
                let count = entries.len();
                let _ = writeln!(keys, "    Message {{ key: {key:?}, slots: &[], form: Form::List({count}) }},");
                let first = entries.first().and_then(as_text).expect("a list of texts");
                let _ = writeln!(
                    methods,
                    "    /// Such as `{first}`; empty beyond the last.\n    #[inline]\n    pub fn {name}(self, at: usize) -> &'static str {{\n        self.entry({at}, at)\n    }}"
                );
                continue;
            }
            _ => panic!("{key} is no message"),
        };
        let slots = template::slots(text);
        let _ = writeln!(keys, "    Message {{ key: {key:?}, slots: &{slots:?}, form: Form::{form} }},");
        let doc = text.replace('[', "\\[");
        let _ = writeln!(methods, "    /// `{doc}`\n    #[inline]");
        if slots.is_empty() && form == "One" {
            let _ = writeln!(methods, "    pub fn {name}(self) -> &'static str {{\n        self.text({at})\n    }}");
            continue;
        }
        let (mut parameters, mut values) = (String::new(), String::new());
        for slot in &slots {
            let (parameter, is_number) = template::parameter(slot);
            let kind = if is_number { "usize" } else { "&str" };
            let _ = write!(parameters, ", {parameter}: {kind}");
            let value = if is_number { "Number" } else { "Text" };
            let _ = write!(values, "Slot::{value}({parameter}), ");
        }
        let fill = if form == "Plural" {
            format!("self.counted({at}, count, &[{values}])")
        } else {
            format!("self.filled({at}, &[{values}])")
        };
        let _ = writeln!(methods, "    pub fn {name}(self{parameters}) -> String {{\n        {fill}\n    }}");
    }
    methods.push_str("}\n\n");
    keys.push_str("];\n");
    // Pages know messages by their place alone.
    methods + "#[cfg(feature = \"languages\")]\n" + &keys
}

fn as_text(value: &Value) -> Option<&String> {
    match value {
        Value::String(text) => Some(text),
        _ => None,
    }
}
