using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Madoguchi.Storage;
using Madoguchi.Tests.Cases;
using Madoguchi.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Tests.Evidence;

public abstract class EvidenceTests(App app)
{
    private static readonly string[] CaptureAndMail = ["capture", "mail", "capture"];
    private static readonly string[] Blood = ["blood"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_capture_is_kept_as_it_came_read_and_shown_to_others_without_what_the_camera_wrote()
    {
        var (theCase, cast) = (await Opened.At(app, Cast.Account), await app.Cast());
        var photo = Photos.Jpeg();

        var made = (await theCase.Customer.PostFile(theCase.Path + "/evidence", "完了画面.jpg", photo)).Was(201);

        var hash = Convert.ToHexStringLower(SHA256.HashData(photo));
        Assert.Equal(hash, made["sha256"]);
        var read = made.Json.GetProperty("read");
        Assert.Equal(("picture", "2026-11-21T23:41:07+09:00", "Apple iPhone 15", true), (read.Text("kind"), read.Text("takenAt"), read.Text("device"), read.GetProperty("hasPlace").GetBoolean()));
        Assert.False(made.Json.TryGetProperty("url", out _)); // the desk's

        var hana = app.As(cast.Hana);
        var item = Assert.Single((await hana.Get(theCase.Path + "/evidence")).Was(200).Json.GetProperty("evidence").EnumerateArray());
        Assert.Equal(photo, await Bytes(hana, item.Text("url"), "attachment"));
        foreach (var other in (HttpClient[])[theCase.Customer, hana])
        {
            var copy = await Bytes(other, item.Text("copyUrl"), "inline");
            Assert.DoesNotContain("iPhone", Encoding.Latin1.GetString(copy), StringComparison.Ordinal);
            Assert.NotEqual(hash, Convert.ToHexStringLower(SHA256.HashData(copy)));
        }

        (await theCase.Customer.Get(item.Text("url"))).Was(404);
        var entry = (await theCase.Customer.Get(theCase.Path + "/timeline")).Was(200).Json.GetProperty("entries").EnumerateArray().Last();
        Assert.Equal(("evidenceAdded", hash), (entry.Text("kind"), entry.GetProperty("body").Text("sha256"))); // so the chain has hashed it
        Assert.Equal("new", await theCase.Status());
    }

    [Fact]
    public async Task A_mail_is_read_whether_it_comes_as_a_file_or_is_pasted()
    {
        var theCase = await Opened.At(app, Cast.Account);
        using var form = new MultipartFormDataContent { { new StringContent(MailReadingTests.Confirmation), "headers" } };

        var pasted = (await Answer.Of(await theCase.Customer.PostAsync(new Uri(theCase.Path + "/evidence", UriKind.Relative), form, Ct))).Was(201);
        var file = (await theCase.Customer.PostFile(theCase.Path + "/evidence", "確認.eml", Encoding.UTF8.GetBytes(MailReadingTests.Confirmation))).Was(201);

        Assert.Equal(pasted["sha256"], file["sha256"]);
        foreach (var made in (Answer[])[pasted, file])
        {
            var read = made.Json.GetProperty("read");
            Assert.Equal(("mail", "確認番号 123456"), (read.Text("kind"), read.Text("subject")));
            Assert.Equal([11, -5, 1], read.GetProperty("route").EnumerateArray().Select(h => h.GetProperty("seconds").GetInt32()));
            Assert.False(read.GetProperty("signature").TryGetProperty("verified", out _));
        }

        Assert.Equal("mail-headers.txt", pasted["name"]);
        Assert.Equal(MailReadingTests.Confirmation, Encoding.UTF8.GetString(await Bytes(theCase.Customer, pasted["copyUrl"], "attachment")));
    }

    [Theory]
    [InlineData("a.html", "<!doctype html><html><script>alert(1)</script>", "page")]
    [InlineData("a.jpg", "%PDF-1.7 <script>alert(1)</script>", "pdf")]
    [InlineData("a.har", "{\"log\":{\"version\":\"1.2\",\"creator\":{}}}", "traffic")]
    [InlineData("a.svg", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "file")]
    [InlineData("../../error.txt", "E-404", "text")]
    public async Task What_could_run_is_only_ever_saved(string name, string content, string kind)
    {
        var theCase = await Opened.At(app, Cast.Account);

        var made = (await theCase.Customer.PostFile(theCase.Path + "/evidence", name, Encoding.UTF8.GetBytes(content), "text/html")).Was(201);

        Assert.Equal((kind, content), (made.Json.GetProperty("read").Text("kind"), Encoding.UTF8.GetString(await Bytes(theCase.Customer, made["copyUrl"], "attachment"))));
        Assert.DoesNotContain("/", made["name"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_that_cannot_be_copied_goes_to_the_desk_alone()
    {
        var (theCase, cast) = (await Opened.At(app, Cast.Account), await app.Cast());

        var made = (await theCase.Customer.PostFile(theCase.Path + "/evidence", "broken.jpg", Photos.Jpeg()[..^60])).Was(201);

        Assert.False(made.Json.TryGetProperty("copyUrl", out _));
        Assert.Equal("Apple iPhone 15", made.Json.GetProperty("read").Text("device"));
        (await theCase.Customer.Get($"{theCase.Path}/evidence/{made["evidenceId"]}/copy")).Was(404);
        Assert.Equal(Photos.Jpeg().Length - 60, (await Bytes(app.As(cast.Hana), $"{theCase.Path}/evidence/{made["evidenceId"]}/file", "attachment")).Length);
    }

    [Fact]
    public async Task Nobody_changes_or_deletes_it_not_even_in_the_database()
    {
        var theCase = await Opened.At(app, Cast.Account);
        var id = (await theCase.Customer.PostFile(theCase.Path + "/evidence", "a.txt", "it said so"u8.ToArray())).Was(201)["evidenceId"];
        var writes = app.Services.GetRequiredService<Writes>();

        foreach (var statement in (string[])["update evidence_items set \"Name\" = 'x'", "update evidence_items set \"Sha256\" = 'x'", "delete from evidence_items"])
        {
            var refused = await Assert.ThrowsAnyAsync<Exception>(() => writes.Write(db => db.Database.ExecuteSqlRawAsync(statement, CancellationToken.None), Ct));
            Assert.Contains("evidence", refused.ToString(), StringComparison.Ordinal);
        }

        var item = Assert.Single((await theCase.Customer.Get(theCase.Path + "/evidence")).Was(200).Json.GetProperty("evidence").EnumerateArray());
        Assert.Equal((id, "a.txt"), (item.Text("evidenceId"), item.Text("name")));
    }

    [Fact]
    public async Task What_the_desk_files_is_for_the_desk_and_an_attachment_keeps_the_time_at_which_it_came()
    {
        var (theCase, cast) = (await Opened.At(app, Cast.Account), await app.Cast());
        var hana = app.As(cast.Hana);
        var attached = (await theCase.Customer.PostFile(theCase.Path + "/attachments", "capture.png", Photos.Png())).Was(201).Json.GetProperty("files")[0].Text("attachmentId");
        var cameAt = (await hana.Get(theCase.Path + "/timeline")).Was(200).Json.GetProperty("entries").EnumerateArray().Last().GetProperty("at").GetDateTimeOffset();
        app.Clock.Advance(TimeSpan.FromHours(2));

        var kept = (await hana.Post($"{theCase.Path}/attachments/{attached}/evidence")).Was(201);
        Assert.Equal(kept["evidenceId"], (await hana.Post($"{theCase.Path}/attachments/{attached}/evidence")).Was(201)["evidenceId"]);
        (await hana.PostFile(theCase.Path + "/evidence", "internal-log.txt", "our own log"u8.ToArray())).Was(201);
        (await theCase.Customer.Post($"{theCase.Path}/attachments/{attached}/evidence")).Was(404);

        Assert.Equal(("customer", cameAt), (kept.Json.GetProperty("by").Text("role"), kept.Json.GetProperty("receivedAt").GetDateTimeOffset()));
        var seen = (await theCase.Customer.Get(theCase.Path + "/evidence")).Was(200).Json.GetProperty("evidence").EnumerateArray().Select(e => e.Text("name"));
        Assert.Equal(["capture.png"], seen);
        Assert.Equal(2, (await hana.Get(theCase.Path + "/evidence")).Was(200).Json.GetProperty("evidence").GetArrayLength());
        Assert.DoesNotContain("evidenceFiled", await theCase.Kinds(theCase.Customer));
        Assert.Equal(2, (await theCase.Kinds(hana)).Count(k => k.StartsWith("evidence", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_bundle_is_checked_by_anybody_without_us()
    {
        var (theCase, cast) = (await Opened.At(app, Cast.Account), await app.Cast());
        foreach (var (name, bytes) in new[] { ("画面.jpg", Photos.Jpeg()), ("a:b.txt", "one"u8.ToArray()), ("a:b.txt", "two"u8.ToArray()) })
            (await theCase.Customer.PostFile(theCase.Path + "/evidence", name, bytes)).Was(201);

        using var response = await app.As(cast.Hana).GetAsync(new Uri(theCase.Path + "/evidence/bundle", UriKind.Relative), Ct);
        using var zip = new ZipArchive(new MemoryStream(await response.Content.ReadAsByteArrayAsync(Ct)));

        Assert.Equal("application/zip", response.Content.Headers.ContentType?.MediaType);
        var files = zip.Entries.ToDictionary(e => e.FullName, Read);
        Assert.Equal(["README.txt", "SHA256SUMS", "manifest.json", "originals/001-画面.jpg", "originals/002-a_b.txt", "originals/003-a_b.txt"], files.Keys.Order(StringComparer.Ordinal));
        var sums = Encoding.UTF8.GetString(files["SHA256SUMS"]).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split("  ")).ToDictionary(l => l[1], l => l[0]);
        Assert.Equal(4, sums.Count);
        Assert.All(sums, s => Assert.Equal(s.Value, Convert.ToHexStringLower(SHA256.HashData(files[s.Key]))));
        var manifest = JsonDocument.Parse(files["manifest.json"]).RootElement;
        Assert.Equal((theCase.Id, theCase.Number), (manifest.Text("caseId"), manifest.Text("customerNumber")));
        Assert.All(manifest.GetProperty("items").EnumerateArray(), i => Assert.Equal(sums[i.Text("file")], i.Text("sha256")));
        Assert.Equal("Apple iPhone 15", manifest.GetProperty("items")[0].GetProperty("read").Text("device"));
        Assert.Contains("sha256sum -c SHA256SUMS", Encoding.UTF8.GetString(files["README.txt"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_desk_asks_for_what_would_help_and_words_that_send_away_are_held_back()
    {
        var (theCase, cast) = (await Opened.At(app, Cast.Account), await app.Cast());
        var hana = app.As(cast.Hana);
        (await theCase.Customer.Put(theCase.Path + "/facts/osVersion", new { value = "iOS 18.1" })).Was(200);

        var asked = (await hana.Post(theCase.Path + "/evidence-requests", new { wanted = CaptureAndMail, words = "完了の画面はお持ちですか。" })).Was(201);

        Assert.Equal(("iphone", 2), (asked["device"], asked.Json.GetProperty("wanted").GetArrayLength()));
        Assert.Equal("waitingForCustomer", await theCase.Status());
        Assert.Contains("evidenceAsked", await theCase.Kinds(theCase.Customer));
        Assert.Equal("urn:madoguchi:problem:hand-over-instead", (await hana.Post(theCase.Path + "/evidence-requests", new { wanted = CaptureAndMail, words = "メーカーの窓口へ直接お問い合わせください。" })).Was(409)["type"]);
        (await hana.Post(theCase.Path + "/evidence-requests", new { wanted = Array.Empty<string>() })).Was(422);
        (await hana.Post(theCase.Path + "/evidence-requests", new { wanted = Blood })).Was(422);
    }

    [Fact]
    public async Task What_is_no_evidence_is_refused_in_words_and_a_key_counts_once()
    {
        var theCase = await Opened.At(app, Cast.Account);
        var at = theCase.Path + "/evidence";
        using var nothing = new MultipartFormDataContent { { new StringContent("  "), "headers" } };
        using var two = new MultipartFormDataContent { { new ByteArrayContent([1]), "file", "a" }, { new ByteArrayContent([2]), "file", "b" } };
        using var other = new MultipartFormDataContent { { new StringContent("x"), "verdict" } };
        foreach (var form in (MultipartFormDataContent[])[nothing, two, other])
            (await Answer.Of(await theCase.Customer.PostAsync(new Uri(at, UriKind.Relative), form, Ct))).Was(422);
        (await theCase.Customer.Post(at, new { file = "x" })).Was(415);

        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(async _ =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(at, UriKind.Relative)) { Content = new MultipartFormDataContent { { new ByteArrayContent("it"u8.ToArray()), "file", "a.txt" } }, Headers = { { "Idempotency-Key", "one" } } };
            return await Answer.Of(await theCase.Customer.SendAsync(request, Ct));
        }));

        Assert.All(answers, a => Assert.Equal(answers[0].Was(201).Text, a.Text));
        Assert.Single((await theCase.Customer.Get(at)).Was(200).Json.GetProperty("evidence").EnumerateArray());
        Assert.Empty(app.Faults.Seen);
    }

    private static async Task<byte[]> Bytes(HttpClient by, string url, string disposition)
    {
        using var response = await by.GetAsync(new Uri(url, UriKind.Relative), Ct);
        Assert.StartsWith(disposition, response.Content.Headers.ContentDisposition?.ToString(), StringComparison.Ordinal);
        Assert.Equal(("nosniff", "sandbox; default-src 'none'"), (response.Headers.GetValues("X-Content-Type-Options").Single(), response.Headers.GetValues("Content-Security-Policy").Single()));
        Assert.DoesNotContain(response.Content.Headers.ContentType?.MediaType, (string?[])["text/html", "image/svg+xml", "application/xhtml+xml", "text/javascript"]);
        return await response.Content.ReadAsByteArrayAsync(Ct);
    }

    private static byte[] Read(ZipArchiveEntry entry)
    {
        using var bytes = new MemoryStream();
        using var content = entry.Open();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }

    public sealed class OnSqlite(Proofs app) : EvidenceTests(app), IClassFixture<Proofs>;

    public sealed class OnPostgres(PostgresProofs app) : EvidenceTests(app), IClassFixture<PostgresProofs>;

    public sealed class Proofs() : App(On.Sqlite, ("Madoguchi:Rates:Contacts", "1000"));

    public sealed class PostgresProofs() : App(On.Postgres, ("Madoguchi:Rates:Contacts", "1000"));
}
