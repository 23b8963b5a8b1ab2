using Madoguchi.Cases.Attaching;

namespace Madoguchi.Tests.Cases.Attaching;

public sealed class PictureSizeTests
{
    [Fact]
    public void Each_kind_of_picture_says_its_size()
    {
        Assert.Equal(new(640, 480), PictureSize.Of("image/png", Pictures.Png(640, 480)));
        Assert.Equal(new(640, 480), PictureSize.Of("image/gif", Pictures.Gif(640, 480)));
        Assert.Equal(new(640, 480), PictureSize.Of("image/webp", Pictures.WebpExtended(640, 480)));
        Assert.Equal(new(640, 480), PictureSize.Of("image/webp", Pictures.WebpLossless(640, 480)));
        Assert.Equal(new(640, 480), PictureSize.Of("image/jpeg", Pictures.Jpeg(640, 480)));
    }

    [Theory]
    [InlineData(1, 640, 480)]
    [InlineData(6, 480, 640)]
    public void A_photo_taken_upright_is_upright(byte orientation, int width, int height) =>
        Assert.Equal(new(width, height), PictureSize.Of("image/jpeg", Pictures.Jpeg(640, 480, orientation)));

    [Theory]
    [InlineData(0, 10)]
    [InlineData(-5, 10)]
    [InlineData(60_000, 10)]
    [InlineData(29_000, 29_000)]
    public void A_few_bytes_that_claim_an_absurd_picture_are_a_file_and_no_picture(int width, int height) =>
        Assert.Null(PictureSize.Of("image/png", Pictures.Png(width, height)));

    [Fact]
    public void No_broken_header_breaks_the_reader()
    {
        byte[][] whole = [Pictures.Png(9, 9), Pictures.Gif(9, 9), Pictures.WebpExtended(9, 9), Pictures.WebpLossless(9, 9), Pictures.Jpeg(9, 9, 6)];
        var random = new Random(20261121);
        foreach (var picture in whole)
        {
            for (var n = 0; n <= picture.Length; n++)
                Read(picture[..n]);
            for (var i = 0; i < 20_000; i++)
            {
                var broken = (byte[])picture.Clone();
                for (var hits = random.Next(1, 4); hits > 0; hits--)
                    broken[random.Next(broken.Length)] = (byte)random.Next(256);
                Read(broken);
            }
        }

        static void Read(byte[] head)
        {
            foreach (var type in (string[])["image/png", "image/gif", "image/webp", "image/jpeg"])
                PictureSize.Of(type, head);
        }
    }
}
