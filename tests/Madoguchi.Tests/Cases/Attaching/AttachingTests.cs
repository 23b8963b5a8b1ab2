using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Cases.Attaching;

public abstract class AttachingTests(App app)
{
    private static readonly byte[] Picture = [.. Pictures.Png(640, 480), .. RandomNumberGenerator.GetBytes(70_000)];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_picture_of_the_customer_arrives_byte_by_byte_and_the_agent_sees_it()
    {
        var (customer, at) = await Customer();
        var cast = await app.Cast();

        var made = (await customer.PostFile(at, "画面 🖥.png", Picture, "text/html")).Was(201);

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Picture)), made["sha256"]);
        Assert.Equal("2", made["entry"]);
        foreach (var reader in (HttpClient[])[customer, app.As(cast.Hana)])
        {
            using var response = await reader.GetAsync(new Uri(made["url"], UriKind.Relative), Ct);
            Assert.Equal(Picture, await response.Content.ReadAsByteArrayAsync(Ct));
            Assert.Equal("image/png", response.Content.Headers.ContentType?.ToString());
            Assert.StartsWith("inline", response.Content.Headers.ContentDisposition?.ToString(), StringComparison.Ordinal);
            Assert.Equal("画面 🖥.png", response.Content.Headers.ContentDisposition?.FileNameStar);
            Assert.Equal("sandbox; default-src 'none'", response.Headers.GetValues("Content-Security-Policy").Single());
            Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        }

        var body = (await customer.Get(at.Replace("attachments", "timeline", StringComparison.Ordinal))).Was(200).Json.GetProperty("entries")[1].GetProperty("body");
        Assert.Equal(made["url"], body.GetProperty("url").GetString());
        Assert.Equal((640, 480), (body.GetProperty("width").GetInt32(), body.GetProperty("height").GetInt32()));
    }

    [Theory]
    [InlineData("a.html", "<!doctype html><script>alert(1)</script>")]
    [InlineData("a.svg", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")]
    [InlineData("a.xhtml", "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'/>")]
    [InlineData("a.js", "alert(document.cookie)")]
    [InlineData("a.pdf", "%PDF-1.7 <script>alert(1)</script>")]
    public async Task What_could_run_is_only_ever_saved(string name, string content)
    {
        var (customer, at) = await Customer();

        var made = (await customer.PostFile(at, name, Encoding.UTF8.GetBytes(content), "image/png")).Was(201);

        using var response = await customer.GetAsync(new Uri(made["url"], UriKind.Relative), Ct);
        Assert.StartsWith("attachment", response.Content.Headers.ContentDisposition?.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(response.Content.Headers.ContentType?.MediaType, (string?[])["text/html", "image/svg+xml", "application/xhtml+xml", "text/javascript", "text/xml", "application/xml"]);
        Assert.Equal("sandbox; default-src 'none'", response.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal(content, await response.Content.ReadAsStringAsync(Ct));
    }

    [Fact]
    public async Task A_picture_that_is_also_a_script_is_a_picture_and_nothing_else()
    {
        var (customer, at) = await Customer();

        var made = (await customer.PostFile(at, "a.gif", [.. Pictures.Gif(0x2F2A, 1), .. "*/=1;alert(1)"u8], "text/javascript")).Was(201);

        using var response = await customer.GetAsync(new Uri(made["url"], UriKind.Relative), Ct);
        Assert.Equal("image/gif", response.Content.Headers.ContentType?.ToString());
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Theory]
    [InlineData("../../../etc/passwd", "passwd")]
    [InlineData("..\\..\\autorun.inf", "autorun.inf")]
    [InlineData("cod\u202Egpj.exe", "codgpj.exe")]
    [InlineData("👨‍👩‍👧 家族.jpg", "👨‍👩‍👧 家族.jpg")]
    public async Task A_hostile_name_is_only_a_name(string claimed, string kept)
    {
        var (customer, at) = await Customer();

        var made = (await customer.PostFile(at, claimed, "words"u8.ToArray())).Was(201);

        Assert.Equal(kept, made.Json.GetProperty("files")[0].GetProperty("name").GetString());
        Assert.Equal("words", (await customer.Get(made["url"])).Was(200).Text);
    }

    [Fact]
    public async Task A_name_in_raw_bytes_is_taken_or_refused_but_never_a_fault()
    {
        var (customer, at) = await Customer();
        byte[][] names = ["nul\0.txt"u8.ToArray(), [0xFF, 0xFE, 0x80], Encoding.UTF8.GetBytes(new string('長', 10_000)), "\u202E"u8.ToArray(), Encoding.ASCII.GetBytes(new string('x', 200_000))];
        foreach (var name in names)
        {
            byte[] form = [.. "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\""u8, .. name, .. "\"\r\n\r\nwords\r\n--b--\r\n"u8];
            var answer = await customer.PostRaw(at, form, "multipart/form-data; boundary=b");
            Assert.True(answer.Status is HttpStatusCode.Created or HttpStatusCode.BadRequest, answer.Text);
            if (answer.Status is HttpStatusCode.Created)
                Assert.InRange(answer.Json.GetProperty("files")[0].GetProperty("name").GetString()!.Length, 1, 200); // a string by the line before
        }

        Assert.Empty(app.Faults.Seen);
    }

    [Fact]
    public async Task Five_files_at_once_are_five_entries_in_order()
    {
        var (customer, at) = await Customer();
        using var form = Form([.. Enumerable.Range(1, 5).Select(i => ($"{i}.txt", Encoding.UTF8.GetBytes($"file {i}")))]);

        var made = (await Answer.Of(await customer.PostAsync(new Uri(at, UriKind.Relative), form, Ct))).Was(201);

        var files = made.Json.GetProperty("files").EnumerateArray().ToList();
        Assert.Equal([2, 3, 4, 5, 6], files.Select(f => f.GetProperty("entry").GetInt32()));
        Assert.Equal(["1.txt", "2.txt", "3.txt", "4.txt", "5.txt"], files.Select(f => f.GetProperty("name").GetString()));
        Assert.Equal("file 3", (await customer.Get(files[2].GetProperty("url").GetString()!)).Was(200).Text); // every file has one
        Assert.Equal(made["url"], files[0].GetProperty("url").GetString());
    }

    [Fact]
    public async Task The_same_post_twice_with_one_key_is_one_entry_and_another_file_is_refused()
    {
        var (customer, at) = await Customer();

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Send("a.txt", "once")));
        Assert.All(answers, a => Assert.Equal(answers[0].Was(201).Text, a.Text));
        (await Send("a.txt", "something else")).Was(422);

        Assert.Equal("2", (await customer.Get(at.Replace("/attachments", "", StringComparison.Ordinal)))["lastEntry"]);

        async Task<Answer> Send(string name, string words)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(at, UriKind.Relative)) { Content = Form((name, Encoding.UTF8.GetBytes(words))) };
            request.Headers.Add("Idempotency-Key", "one-and-the-same");
            return await Answer.Of(await customer.SendAsync(request, Ct));
        }
    }

    [Fact]
    public async Task Somebody_elses_case_is_not_there()
    {
        var (customer, at) = await Customer();
        var (stranger, elsewhere) = await Customer();
        var mio = app.As((await app.Cast()).Mio);
        var url = (await customer.PostFile(at, "secret.txt", "secret"u8.ToArray())).Was(201)["url"];
        var id = url.Split('/')[^1];

        (await stranger.PostFile(at, "x", [1])).Was(404);
        (await mio.PostFile(at, "x", [1])).Was(404);
        (await app.Anonymous.PostFile(at, "x", [1])).Was(401);
        (await stranger.Get(url)).Was(404);
        (await mio.Get(url)).Was(404);
        (await app.Anonymous.Get(url)).Was(401);
        (await stranger.Get($"{elsewhere}/{id}")).Was(404);
        (await customer.Get($"{at}/{Guid.CreateVersion7()}")).Was(404);
        (await customer.Get($"{at}/..%2f..%2fetc")).Was(404);
        (await customer.Get(url)).Was(200);
    }

    [Fact]
    public async Task A_part_of_a_file_can_be_asked_for_and_a_known_file_is_not_sent_again()
    {
        var (customer, at) = await Customer();
        var url = new Uri((await customer.PostFile(at, "film.mp4", [0, 0, 0, 24, .. "ftypisom0123456789"u8])).Was(201)["url"], UriKind.Relative);

        using var request = new HttpRequestMessage(HttpMethod.Get, url) { Headers = { Range = new RangeHeaderValue(12, 15) } };
        using var part = await customer.SendAsync(request, Ct);
        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal("0123", await part.Content.ReadAsStringAsync(Ct));

        using var again = new HttpRequestMessage(HttpMethod.Get, url) { Headers = { IfNoneMatch = { part.Headers.ETag! } } }; // sent with every file
        using var known = await customer.SendAsync(again, Ct);
        Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);
    }

    [Fact]
    public async Task What_is_no_form_with_a_file_is_refused_with_a_reason()
    {
        var (customer, at) = await Customer();
        const string Multipart = "multipart/form-data; boundary=b";

        Refused(415, await customer.Post(at, new { file = "x" }));
        Refused(400, await customer.PostRaw(at, "x", "multipart/form-data"));
        Refused(400, await customer.PostRaw(at, "", Multipart));
        Refused(400, await customer.PostRaw(at, "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\ncut o", Multipart));
        Refused(400, await customer.PostRaw(at, "--b\r\n\r\nnameless\r\n--b--\r\n", Multipart));
        Refused(400, await customer.PostRaw(at, "--b\r\nContent-Disposition: form-data; name=\"other\"; filename=\"a\"\r\n\r\nx\r\n--b--\r\n", Multipart));
        Refused(422, await customer.PostRaw(at, "--b--\r\n", Multipart));
        Refused(422, await customer.PostRaw(at, "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\"\r\n\r\n\r\n--b--\r\n", Multipart));
        Refused(422, await customer.PostRaw(at, "--b\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nwords\r\n--b--\r\n", Multipart));
        Refused(422, await customer.PostRaw(at, "--b\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\nnul\0\r\n--b--\r\n", Multipart));
        Assert.Empty(app.Faults.Seen);
        Assert.Equal("1", (await customer.Get(at.Replace("/attachments", "", StringComparison.Ordinal)))["lastEntry"]);

        static void Refused(int status, Answer answer) => Assert.Equal("application/problem+json", answer.Was(status).ContentHeaders.ContentType?.MediaType);
    }

    [Fact]
    public async Task An_agents_file_is_an_answer_and_another_desk_may_not_give_it()
    {
        var (customer, at) = await Customer();
        var cast = await app.Cast();

        (await app.As(cast.Hana).PostFile(at, "手順.txt", "これです"u8.ToArray())).Was(201);

        var theCase = (await customer.Get(at.Replace("/attachments", "", StringComparison.Ordinal))).Was(200);
        Assert.Equal("waitingForCustomer", theCase["status"]);
        var entry = (await customer.Get(at.Replace("attachments", "timeline", StringComparison.Ordinal))).Json.GetProperty("entries")[1];
        Assert.Equal(("attachment", "agent"), (entry.GetProperty("kind").GetString(), entry.GetProperty("by").GetProperty("role").GetString()));
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_refused_in_words()
    {
        var (customer, at) = await Customer();

        var refused = (await customer.PostFile(at, "big.bin", new byte[25 * 1024 * 1024 + 1])).Was(413);

        Assert.Contains("26214400", refused["detail"], StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.String, refused.Json.GetProperty("type").ValueKind);
    }

    [Fact]
    public async Task The_customers_own_link_shows_the_file_too_and_no_other_link_does()
    {
        var (customer, at) = await Customer();
        var (stranger, _) = await Customer();
        var id = (await customer.PostFile(at, "a.txt", "words"u8.ToArray())).Was(201)["url"].Split('/')[^1];
        string Page(HttpClient who) => $"/c/{who.DefaultRequestHeaders.Authorization?.Parameter}/files/{id}";

        Assert.Equal("words", (await app.Anonymous.Get(Page(customer))).Was(200).Text);
        (await app.Anonymous.Get(Page(stranger))).Was(404);
        (await app.Anonymous.Get($"/c/mt_nothing/files/{id}")).Was(404);
    }

    private static MultipartFormDataContent Form(params (string Name, byte[] Bytes)[] files)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, bytes) in files)
            form.Add(new ByteArrayContent(bytes), "file", name);
        return form;
    }

    private async Task<(HttpClient Customer, string At)> Customer()
    {
        await app.Cast();
        var made = (await app.Anonymous.Post("/api/v1/contacts", new { text = "写真を送ります。", desk = Cast.Account })).Was(201);
        return (app.WithToken(made["token"]), $"/api/v1/cases/{made["caseId"]}/attachments");
    }

    public sealed class OnSqlite(Contacts app) : AttachingTests(app), IClassFixture<Contacts>;

    public sealed class OnPostgres(PostgresContacts app) : AttachingTests(app), IClassFixture<PostgresContacts>;

    public sealed class Contacts() : App(On.Sqlite, ("Madoguchi:Rates:Contacts", "1000"));

    public sealed class PostgresContacts() : App(On.Postgres, ("Madoguchi:Rates:Contacts", "1000"));
}
