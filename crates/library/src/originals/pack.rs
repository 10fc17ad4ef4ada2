//! A pack: the kept files of a batch as one file, so that the disk is waited for once and not
//! for each of them. It is a ZIP archive without compression, its entries named by their
//! hashes: should the database ever be lost, any program gets the files out of it.

use std::fs::File;
use std::io::{self, BufReader, BufWriter, Read, Write};
use std::path::Path;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// Writes a pack of files, each under its hash.
pub(super) fn write(to: &mut File, files: &[(&str, &[u8])]) -> io::Result<()> {
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let mut pack = ZipWriter::new(BufWriter::new(to));
    for (hash, bytes) in files {
        pack.start_file(*hash, options)?;
        pack.write_all(bytes)?;
    }
    pack.finish()?.flush()
}

/// The bytes of a file in a pack, whatever they are by now; nothing where it has no such file.
/// [`io::ErrorKind::InvalidData`] where the pack is damaged.
pub(super) fn read(path: &Path, hash: &str) -> io::Result<Option<Vec<u8>>> {
    let file = File::open(path)?;
    let length = file.metadata()?.len();
    let mut pack = ZipArchive::new(BufReader::new(file))?;
    let Some(index) = pack.index_for_name(hash) else { return Ok(None) };
    let mut bytes = Vec::new();
    // Nothing is compressed, so what says that it is larger is wrong.
    pack.by_index(index)?.take(length).read_to_end(&mut bytes)?;
    Ok(Some(bytes))
}
