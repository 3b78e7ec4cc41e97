//! Native tests, one file a subject.

mod site;
