//! Why `automock_above.rs` cannot end in one error: an attribute that changes nothing has the other two of it.

#[mockall::automock]
#[rustversion::since(1.0)] //~ //~
trait Plain {
    fn one(&self);
}

fn main() {}
