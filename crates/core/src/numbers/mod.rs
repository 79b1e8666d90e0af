//! The numbers of the field: filing, licence, police, credit code, identity, mobile.
