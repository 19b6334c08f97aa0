//! Which bytes are an image: a header that can be read, pixels, and an end.

use imagesize::ImageType;

const PNG_SIGNATURE: usize = 8;

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

/// A header, pixels and an end, in chunks that are as long as they say and have their checksums. What follows the end is ignored,
/// as decoders do.
fn is_whole_png(bytes: &[u8]) -> bool {
    let mut rest = bytes.get(PNG_SIGNATURE..).unwrap_or_default();
    let (mut is_first, mut has_pixels) = (true, false);
    while let Some((name, chunk)) = png_chunk(&mut rest) {
        match name {
            b"IHDR" if is_first && chunk.len() == 13 => {}
            _ if is_first => return false,
            b"IDAT" => has_pixels = true,
            b"IEND" => return has_pixels && chunk.is_empty(),
            _ => {}
        }
        is_first = false;
    }
    false
}

/// The name and the contents of the next chunk, if it is all there and its checksum is right.
fn png_chunk<'a>(rest: &mut &'a [u8]) -> Option<(&'a [u8; 4], &'a [u8])> {
    let (length, after) = rest.split_first_chunk()?;
    let (checked, after) =
        after.split_at_checked(usize::try_from(u32::from_be_bytes(*length)).ok()?.checked_add(4)?)?;
    let (checksum, after) = after.split_first_chunk()?;
    *rest = after;
    let is_right = crc32fast::hash(checked) == u32::from_be_bytes(*checksum);
    checked.split_first_chunk().filter(|_| is_right)
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
