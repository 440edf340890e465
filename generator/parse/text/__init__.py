"""Running text: printed lines → paragraphs → headings, articles, items."""
