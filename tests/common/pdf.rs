//! Writes the small PDFs of the invented matter: plain pages of text, each line at its own place.

/// A page: lines with their distance from the left and from the top, in points.
pub type Page = Vec<(f64, f64, String)>;

/// A PDF of some pages, set in Helvetica at 12 points.
pub fn pdf(pages: &[Page]) -> Vec<u8> {
    let mut objects: Vec<String> = Vec::new();
    let kids: Vec<String> = (0..pages.len()).map(|i| format!("{} 0 R", 4 + i * 2)).collect();
    objects.push("<< /Type /Catalog /Pages 2 0 R >>".to_owned());
    objects.push(format!("<< /Type /Pages /Kids [{}] /Count {} >>", kids.join(" "), pages.len()));
    objects.push("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".to_owned());
    for (i, page) in pages.iter().enumerate() {
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents {} 0 R >>",
            5 + i * 2
        ));
        let mut stream = String::new();
        for (x, y, words) in page {
            let words = words.replace('\\', "\\\\").replace('(', "\\(").replace(')', "\\)");
            stream.push_str(&format!("BT /F1 12 Tf {x} {} Td ({words}) Tj ET\n", 792.0 - y));
        }
        objects.push(format!("<< /Length {} >>\nstream\n{stream}endstream", stream.len()));
    }
    let mut out = b"%PDF-1.4\n".to_vec();
    let mut places = Vec::new();
    for (i, object) in objects.iter().enumerate() {
        places.push(out.len());
        out.extend_from_slice(format!("{} 0 obj\n{object}\nendobj\n", i + 1).as_bytes());
    }
    let start = out.len();
    out.extend_from_slice(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).as_bytes());
    for place in places {
        out.extend_from_slice(format!("{place:010} 00000 n \n").as_bytes());
    }
    out.extend_from_slice(format!("trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n", objects.len() + 1).as_bytes());
    out
}

/// A page with a court's stamp at its head and its paragraphs below, a line each.
pub fn stamped(stamp: &str, lines: &[&str]) -> Page {
    let mut page = vec![(72.0, 30.0, stamp.to_owned())];
    let mut y = 90.0;
    for line in lines {
        if !line.is_empty() {
            page.push((72.0, y, (*line).to_owned()));
        }
        y += if line.is_empty() { 14.0 } else { 15.0 };
    }
    page
}
