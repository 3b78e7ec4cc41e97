//! Native tests, one file a subject.
