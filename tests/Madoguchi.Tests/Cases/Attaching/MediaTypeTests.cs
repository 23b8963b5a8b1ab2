using System.Text;
using Madoguchi.Cases.Attaching;

namespace Madoguchi.Tests.Cases.Attaching;

public sealed class MediaTypeTests
{
    [Theory]
    [InlineData("image/png", "\u0089PNG\r\n\u001a\n")]
    [InlineData("image/jpeg", "\u00FF\u00D8\u00FF\u00E0")]
    [InlineData("image/gif", "GIF89a")]
    [InlineData("image/webp", "RIFF1234WEBPVP8 ")]
    [InlineData("application/pdf", "%PDF-1.7")]
    [InlineData("application/zip", "PK\u0003\u0004")]
    [InlineData("video/mp4", "\0\0\0\u0018ftypisom")]
    [InlineData("video/quicktime", "\0\0\0\u0018ftypqt  ")]
    [InlineData("text/plain", "plain words\nand more")]
    [InlineData("application/octet-stream", "")]
    [InlineData("application/octet-stream", "words\0and a NUL")]
    [InlineData("application/octet-stream", "\u00FF\u00FEw\0")]
    [InlineData("application/octet-stream", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")]
    [InlineData("application/octet-stream", "  \n<!doctype html><script>alert(1)</script>")]
    public void The_bytes_say_what_a_file_is(string type, string bytes) => Assert.Equal(type, MediaType.Of(Encoding.Latin1.GetBytes(bytes)));

    [Fact]
    public void Japanese_text_cut_anywhere_is_text()
    {
        var text = "窓口へようこそ"u8.ToArray();

        Assert.All(Enumerable.Range(3, text.Length - 3), n => Assert.Equal(MediaType.Text, MediaType.Of(text.AsSpan(0, n))));
    }
}
