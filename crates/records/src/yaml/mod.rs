//! Text into a placed tree: the plain subset of YAML that records use.
