//! Documents of `beian`: values in, Markdown out.
