//! Tests that span several models.
