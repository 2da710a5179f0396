//! A bound on memory: more than so many bytes at once ends the run, as it would a page.

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

/// The files are of 64 KiB and less, and their cells of 256 Ki.
static N_MOST: AtomicUsize = AtomicUsize::new(192 << 20);
static N_LIVE: AtomicUsize = AtomicUsize::new(0);

struct Bounded;

#[global_allocator]
static ALLOCATOR: Bounded = Bounded;

/// Allows so many bytes.
pub fn allow(n: usize) {
    N_MOST.store(n, Relaxed);
}

/// Whether so many more may be had.
fn take(n: usize) -> bool {
    let is_within = N_LIVE.fetch_add(n, Relaxed).saturating_add(n) <= N_MOST.load(Relaxed);
    if !is_within {
        N_LIVE.fetch_sub(n, Relaxed);
    }
    is_within
}

// SAFETY: all is left to the system; where it is not asked, null says that there is no memory.
unsafe impl GlobalAlloc for Bounded {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        if take(layout.size()) { unsafe { System.alloc(layout) } } else { std::ptr::null_mut() }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        if take(layout.size()) { unsafe { System.alloc_zeroed(layout) } } else { std::ptr::null_mut() }
    }

    unsafe fn dealloc(&self, place: *mut u8, layout: Layout) {
        N_LIVE.fetch_sub(layout.size(), Relaxed);
        unsafe { System.dealloc(place, layout) }
    }

    unsafe fn realloc(&self, place: *mut u8, layout: Layout, n: usize) -> *mut u8 {
        if !take(n) {
            return std::ptr::null_mut();
        }
        N_LIVE.fetch_sub(layout.size(), Relaxed);
        unsafe { System.realloc(place, layout, n) }
    }
}
