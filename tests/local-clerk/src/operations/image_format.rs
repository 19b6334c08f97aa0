//! Which bytes are an image: a header that can be read, pixels, and an end.

use imagesize::ImageType;

/// The type of a whole image: PNG, JPEG, GIF or WebP.
pub(super) fn content_type(bytes: &[u8]) -> Option<&'static str> {
    imagesize::blob_size(bytes).ok()?;
    let (kind, is_whole) = match imagesize::image_type(bytes).ok()? {
        ImageType::Png => ("image/png", is_whole_png(bytes)),
        ImageType::Jpeg => ("image/jpeg", is_whole_jpeg(bytes)),
        ImageType::Gif => ("image/gif", bytes.last() == Some(&b';')),
        ImageType::Webp => ("image/webp", is_whole_webp(bytes)),
        _ => return None,
    };
    is_whole.then_some(kind)
}

/// Pixels and an end. How long the chunks say they are is not held against them, as by most programs that show images.
fn is_whole_png(bytes: &[u8]) -> bool {
    let find = |name: &[u8]| memchr::memmem::find(bytes, name);
    find(b"IDAT").zip(find(b"IEND")).is_some_and(|(pixels, end)| pixels < end)
}

/// A scan, and the end of the image; some programs write more behind it.
fn is_whole_jpeg(bytes: &[u8]) -> bool {
    let find = |marker: u8| bytes.windows(2).position(|pair| pair == [0xff, marker]);
    find(0xda).zip(find(0xd9)).is_some_and(|(scan, end)| scan < end)
}

/// A RIFF file says how long it is.
fn is_whole_webp(bytes: &[u8]) -> bool {
    let length = bytes.get(4..8).and_then(|length| length.try_into().ok()).map(u32::from_le_bytes);
    length.is_some_and(|length| length as usize + 8 <= bytes.len())
}
