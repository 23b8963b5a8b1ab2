using Madoguchi.Cases.Attaching;

namespace Madoguchi.Tests.Cases.Attaching;

public sealed class FileNameTests
{
    [Theory]
    [InlineData("請求書 11月.pdf", "請求書 11月.pdf")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData(@"C:\Users\花\写真.jpg", "写真.jpg")]
    [InlineData("a\0b\r\nc.txt", "abc.txt")]
    [InlineData("harmless\u202Egpj.exe", "harmlessgpj.exe")]
    [InlineData("か\u3099.txt", "が.txt")]
    [InlineData("👨‍👩‍👧.png", "👨‍👩‍👧.png")]
    [InlineData("..", "file")]
    [InlineData("folder/", "file")]
    [InlineData("  ", "file")]
    [InlineData(null, "file")]
    public void A_name_keeps_its_words_and_loses_what_hides(string? claimed, string clean) => Assert.Equal(clean, FileName.Clean(claimed));

    [Fact]
    public void Half_a_character_does_no_harm() => Assert.Equal("\uFFFDhalf.txt", FileName.Clean("\uD800half.txt"));

    [Fact]
    public void A_long_name_keeps_its_ending_and_no_half_characters()
    {
        var name = FileName.Clean(string.Concat(Enumerable.Repeat("👨‍👩‍👧", 2000)) + ".jpeg");

        Assert.InRange(name.Length, 190, FileName.Longest);
        Assert.EndsWith("👨‍👩‍👧.jpeg", name, StringComparison.Ordinal);
    }
}
