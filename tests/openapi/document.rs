//! One of Clerk's OpenAPI documents, its references resolved on access.

use std::path::PathBuf;

use serde_json::Value;

/// The folder of the documents, `bapi-<version>*.yml`.
const FOLDER: &str = "CLERK_OPENAPI_DIR";

pub(crate) struct Document {
    pub(crate) name: String,
    root: Value,
}

/// All documents, oldest first; `None`, and a word about it, where they are not at hand.
pub(crate) fn all() -> Option<Vec<Document>> {
    let Some(folder) = std::env::var_os(FOLDER).map(PathBuf::from) else {
        eprintln!("skipped: {FOLDER} names the folder of Clerk's OpenAPI documents");
        return None;
    };
    let files = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<_> = files.filter(|file| file.extension().is_some_and(|ending| ending == "yml")).collect();
    files.sort();
    assert!(!files.is_empty(), "{} holds no documents", folder.display());
    Some(files.iter().map(Document::read).collect())
}

impl Document {
    fn read(file: &PathBuf) -> Self {
        let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let root = serde_norway::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
        Self { name, root }
    }

    /// The operation at this verb and path.
    pub(crate) fn operation(&self, method: &str, path: &str) -> Option<&Value> {
        self.root["paths"].get(path)?.get(method.to_lowercase())
    }

    /// All operations on users, as verb and path.
    pub(crate) fn operations_on_users(&self) -> impl Iterator<Item = (String, &str)> {
        let paths = self.root["paths"].as_object().into_iter().flatten();
        let paths = paths.filter(|(path, _)| *path == "/users" || path.starts_with("/users/"));
        paths.flat_map(|(path, item)| {
            let verbs = item.as_object().into_iter().flatten().map(|(verb, _)| verb.to_uppercase());
            verbs.filter(|verb| verb != "PARAMETERS").map(move |verb| (verb, path.as_str()))
        })
    }

    /// The names of the query parameters, sorted.
    pub(crate) fn query(&self, operation: &Value) -> Vec<String> {
        let parameters = operation["parameters"].as_array().into_iter().flatten().map(|value| self.resolve(value));
        let parameters = parameters.filter(|parameter| parameter["in"] == "query");
        let mut names: Vec<_> =
            parameters.filter_map(|parameter| parameter["name"].as_str()).map(ToOwned::to_owned).collect();
        names.sort();
        names
    }

    /// The names of the members of the JSON body, sorted; empty where there is none.
    pub(crate) fn body(&self, operation: &Value) -> Vec<String> {
        let schema = &self.resolve(&operation["requestBody"])["content"]["application/json"]["schema"];
        let properties = self.resolve(schema)["properties"].as_object().into_iter().flatten();
        let mut names: Vec<_> = properties.map(|(name, _)| name.clone()).collect();
        names.sort();
        names
    }

    /// The schema of the JSON body of the 200.
    pub(crate) fn response<'a>(&'a self, operation: &'a Value) -> Option<&'a Value> {
        let response = self.resolve(&operation["responses"]["200"]);
        response["content"]["application/json"].get("schema")
    }

    /// What a `$ref` points to, or the value itself.
    pub(crate) fn resolve<'a>(&'a self, value: &'a Value) -> &'a Value {
        let Some(reference) = value.get("$ref").and_then(Value::as_str) else { return value };
        let target = reference.trim_start_matches('#');
        self.resolve(self.root.pointer(target).unwrap_or_else(|| panic!("{}: {reference} is missing", self.name)))
    }
}
