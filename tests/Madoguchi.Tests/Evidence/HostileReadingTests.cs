using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Madoguchi.Cases.Attaching;
using Madoguchi.Evidence.Pictures;
using Madoguchi.Evidence.Reading;
using Madoguchi.Shared;

namespace Madoguchi.Tests.Evidence;

/// <summary>Whatever arrives: no reader throws, answers more than a page of words, or makes a copy larger than what came.</summary>
public sealed class HostileReadingTests
{
    private static readonly string[] Pictures = ["image/jpeg", "image/png", "image/webp", "image/gif", "image/heic"];
    private static readonly byte[][] Samples = [Photos.Jpeg(), Photos.Png(), Photos.Webp(), Photos.Gif(), Photos.Tiff(1, true), Encoding.UTF8.GetBytes(MailReadingTests.Confirmation)];

    [Fact]
    public void Cut_off_anywhere_is_read_as_far_as_it_goes()
    {
        foreach (var sample in Samples)
        {
            for (var length = 0; length <= sample.Length; length++)
                Try(sample[..length]);
        }
    }

    [Fact]
    public void Changed_at_random_is_read_as_what_it_says()
    {
        var chance = new Random(20261122);
        foreach (var sample in Samples)
        {
            for (var round = 0; round < 1_500; round++)
            {
                var bent = (byte[])sample.Clone();
                for (var i = chance.Next(1, 12); i > 0; i--)
                    bent[chance.Next(bent.Length)] = chance.Next(3) switch { 0 => 0xFF, 1 => 0, _ => (byte)chance.Next(256) };
                Try(bent);
            }
        }
    }

    [Fact]
    public void Ten_megabytes_of_headers_bombs_and_files_of_two_kinds_do_no_harm()
    {
        Try(Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("X-Long: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n", 250_000))));
        Try(Encoding.ASCII.GetBytes("From: a@b.example\r\nSubject: " + new string('(', 10_000_000)));
        Try(Encoding.ASCII.GetBytes("From: a@b.example\r\nSubject: " + string.Concat(Enumerable.Repeat("=?utf-8?Q?" + new string('a', 60), 20_000))));
        Try([.. Photos.Jpeg(), .. Photos.Png()]);
        Try([.. "%PDF-1.7 <script>"u8, .. Photos.Jpeg()]);
        Try([.. "<html><script>alert(1)</script>"u8]);
        Try(Bomb());
        Try([0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, 0, 0, 0, 13, .. "IHDR"u8, 0x7F, 0xFF, 0xFF, 0xFF, 0x7F, 0xFF, 0xFF, 0xFF, 8, 6, 0, 0, 0, 0, 0, 0, 0]);
        Try(Deep());
        Try([0xFF, 0xD8, .. Enumerable.Repeat((byte)0xFF, 5_000_000)]);
        Try([.. "GIF89a"u8, 1, 0, 1, 0, 0, 0, 0, .. Enumerable.Repeat((byte)0x21, 5_000_000)]);
    }

    // Thousands of directories that point at each other.
    private static byte[] Deep()
    {
        var tiff = new byte[65_000];
        "MM\0*\0\0\0\b"u8.CopyTo(tiff);
        for (var at = 8; at + 60 < tiff.Length; at += 30)
            ((byte[])[0, 2, 0x87, 0x69, 0, 4, 0, 0, 0, 1, 0, 0, (byte)(at + 30 >> 8), (byte)(at + 30), 0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 8, 0, 0, 0, 8]).CopyTo(tiff, at);
        return tiff;
    }

    // A profile that would be ten megabytes, were anybody to inflate it.
    private static byte[] Bomb()
    {
        using var squeezed = new MemoryStream();
        using (var zlib = new ZLibStream(squeezed, CompressionLevel.SmallestSize, leaveOpen: true))
            zlib.Write(new byte[10_000_000]);
        byte[] body = [.. "x\0\0"u8, .. squeezed.ToArray()];
        return [.. Photos.Png()[..33], (byte)(body.Length >> 24), (byte)(body.Length >> 16), (byte)(body.Length >> 8), (byte)body.Length, .. "iCCP"u8, .. body, 0, 0, 0, 0, .. Photos.Png()[33..]];
    }

    private static void Try(byte[] bytes)
    {
        foreach (var type in (string[])[MediaType.Of(bytes), MediaType.Text, MediaType.Unknown, .. Pictures])
        {
            var read = JsonSerializer.Serialize(Readings.Read(type, bytes), Json.Options);
            Assert.InRange(read.Length, 1, 40_000);
            Assert.True(PlainText.IsStorable(read), read);
            Assert.False(PlainText.HasDisguise(read), read);
            if (Bare.Of(type, bytes) is { } copy)
                Assert.InRange(copy.Length, 1, bytes.Length + 64);
        }

        Exif.Read(bytes);
    }
}
