//! The documented schema against what is written.

use serde_json::Value;

use super::{json, report};

/// As much of JSON Schema as the document uses, and stricter: a field that is not described is an
/// error too, so that the document keeps up.
fn check(value: &Value, schema: &Value, root: &Value, path: &str) {
    if let Some(name) = schema["$ref"].as_str().and_then(|name| name.strip_prefix('#')) {
        return check(value, root.pointer(name).expect("it is defined"), root, path);
    }
    if let Some(any) = schema["anyOf"].as_array() {
        let fits = |schema: &&Value| {
            let pointed = schema["$ref"].as_str().and_then(|name| root.pointer(name.get(1..)?));
            is_of_type(value, pointed.unwrap_or(schema))
        };
        assert!(any.iter().any(|schema| fits(&schema)), "{path} is {value}");
    }
    assert!(is_of_type(value, schema), "{path} is {value}, not {schema}");
    if let Some(allowed) = schema["enum"].as_array() {
        assert!(allowed.contains(value), "{path} is {value}");
    }
    if let Some(constant) = schema.get("const") {
        assert_eq!(value, constant, "{path}");
    }
    for name in schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str) {
        assert!(value.is_null() || value.get(name).is_some(), "{path} has no {name}");
    }
    for (name, field) in value.as_object().into_iter().flatten() {
        let described = schema["properties"].get(name).unwrap_or_else(|| panic!("{path}.{name}"));
        check(field, described, root, &format!("{path}.{name}"));
    }
    for (index, item) in value.as_array().into_iter().flatten().enumerate() {
        check(item, &schema["items"], root, &format!("{path}[{index}]"));
    }
}

fn is_of_type(value: &Value, schema: &Value) -> bool {
    let names = match &schema["type"] {
        Value::String(name) => vec![name.as_str()],
        names => names.as_array().into_iter().flatten().filter_map(Value::as_str).collect(),
    };
    let is = |name: &str| match name {
        "null" => value.is_null(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_u64(),
        "number" => value.is_number(),
        "string" => value.is_string(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        _ => false,
    };
    names.is_empty() || names.into_iter().any(is)
}

#[test]
fn the_report_is_as_its_schema_says() {
    let schema = include_str!("../../../docs/report.schema.json");
    let schema: Value = serde_json::from_str(schema).expect("JSON");
    let report: Value = serde_json::from_str(&json(&report())).expect("JSON");
    check(&report, &schema, &schema, "report");
}
