using System.Text;
using Madoguchi.Evidence.Pictures;

namespace Madoguchi.Tests.Evidence;

public sealed class PictureReadingTests
{
    public static readonly TheoryData<string> Types = ["image/jpeg", "image/png", "image/webp"];

    [Theory]
    [MemberData(nameof(Types))]
    public void What_a_camera_wrote_is_read(string type)
    {
        var read = PictureReading.Read(type, Sample(type));

        Assert.Equal(("2026-11-21T23:41:07+09:00", "Apple iPhone 15", true), (read.TakenAt, read.Device, read.HasPlace));
        Assert.Equal(type == "image/png" ? "Painter 3" : "18.1", read.Software);
        Assert.Null(read.Unreadable);
        Assert.Equal(type == "image/jpeg" ? (40, 60) : (60, 40), (read.Width ?? 0, read.Height ?? 0)); // held upright
    }

    [Fact]
    public void The_place_is_yes_or_no_and_never_read_out()
    {
        Assert.True(PictureReading.Read("image/jpeg", Photos.Jpeg()).HasPlace);
        Assert.False(PictureReading.Read("image/jpeg", Photos.Jpeg(place: false)).HasPlace);
        Assert.DoesNotContain(Photos.Place, PictureReading.Read("image/jpeg", Photos.Jpeg()).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("image/jpeg")]
    [InlineData("image/png")]
    [InlineData("image/webp")]
    [InlineData("image/gif")]
    public void A_copy_carries_the_picture_and_nothing_beside_it(string type)
    {
        var original = Sample(type);

        var copy = Bare.Of(type, original);

        Assert.NotNull(copy);
        var text = Encoding.Latin1.GetString(copy);
        foreach (var beside in new[] { Photos.Place, "Apple", "2026", "Painter", "comment", "hello", "xmpmeta", "XMP", "after the end", "tIME", "iTXt", "EXIF" })
            Assert.DoesNotContain(beside, text, StringComparison.Ordinal);
        var (before, after) = (PictureReading.Read(type, original), PictureReading.Read(type, copy));
        Assert.Equal((before.Width, before.Height), (after.Width, after.Height));
        Assert.Equal((null, null, null, false), (after.TakenAt, after.Device, after.Software, after.HasPlace));
        Assert.Equal(copy, Bare.Of(type, copy));
    }

    [Fact]
    public void A_photograph_stays_the_way_up_that_it_was_taken()
    {
        var copy = Bare.Of("image/jpeg", Photos.Jpeg(orientation: 6))!; // asserted by the test above

        Assert.Contains("Exif", Encoding.Latin1.GetString(copy), StringComparison.Ordinal);
        Assert.DoesNotContain("Exif", Encoding.Latin1.GetString(Bare.Of("image/jpeg", Photos.Jpeg(orientation: 1))!), StringComparison.Ordinal);
        Assert.Equal([0xFF, 0xD9], copy[^2..]);
    }

    [Fact]
    public void What_goes_round_goes_round_in_the_copy_too() =>
        Assert.Contains("NETSCAPE2.0", Encoding.Latin1.GetString(Bare.Of("image/gif", Photos.Gif())!), StringComparison.Ordinal);

    [Theory]
    [InlineData("image/heic")]
    [InlineData("image/png")]
    [InlineData("image/jpeg")]
    public void What_is_not_understood_has_no_copy(string type) => Assert.Null(Bare.Of(type, "not a picture at all, however it is called"u8));

    [Fact]
    public void A_directory_that_claims_to_be_endless_is_short()
    {
        byte[] loop = [.. "II*\0"u8, 8, 0, 0, 0, 0xFF, 0xFF, 0x69, 0x87, 4, 0, 1, 0, 0, 0, 8, 0, 0, 0, 0x25, 0x88, 4, 0, 1, 0, 0, 0, 8, 0, 0, 0];

        Assert.NotNull(Exif.Read(loop));
        Assert.Null(Exif.Read([0x49, 0x49]));
        Assert.Null(Exif.Read(loop)!.TakenAt);
    }

    private static byte[] Sample(string type) => type switch
    {
        "image/jpeg" => Photos.Jpeg(),
        "image/png" => Photos.Png(),
        "image/webp" => Photos.Webp(),
        _ => Photos.Gif(),
    };
}
