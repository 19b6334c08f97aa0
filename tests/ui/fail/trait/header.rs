use clerk_client::{Call, clerk_api};

#[clerk_api]
trait Generic<T> { //~
    #[get("/users")]
    fn list(&self) -> Call<u8>;
}

#[clerk_api]
trait ConstGeneric<const N: usize> { //~
    #[get("/users")]
    fn list(&self) -> Call<u8>;
}

#[clerk_api]
trait Borrowing<'a> { //~
    #[get("/users/<id>")]
    fn one(&self, id: &'a str) -> Call<u8>;
}

#[clerk_api]
trait Where where Self: Clone { //~
    #[get("/users")]
    fn list(&self) -> Call<u8>;
}

#[clerk_api]
trait EmptyWhere where {
    #[get("/users")]
    fn list(&self) -> Call<u8>;
}

#[clerk_api]
unsafe trait Unsafe { //~
    #[get("/users")]
    fn list(&self) -> Call<u8>;
}

#[clerk_api]
auto trait Auto { //~
    #[get("/users")]
    fn list(&self) -> Call<u8>;
}

#[clerk_api]
trait Cloned: Clone { //~
    #[get("/users")]
    fn list(&self) -> Call<u8>;
}

#[clerk_api]
trait Compared: Send + std::cmp::PartialEq + 'static { //~
    #[get("/users")]
    fn list(&self) -> Call<u8>;
}

fn users<T>(generic: &dyn Generic<T>, cloned: &dyn Cloned, filtered: &dyn Where) -> [Call<u8>; 3] {
    [generic.list(), cloned.list(), filtered.list()]
}

fn main() {}
