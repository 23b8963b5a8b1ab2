using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Chat;

public abstract class TranscriptTests(App app)
{
    [Fact]
    public async Task The_conversation_can_be_saved_in_both_languages_without_what_is_internal()
    {
        var cast = await app.Cast();
        var made = (await app.Anonymous.Post("/api/v1/contacts", new { text = "画面が真っ暗です。", desk = Cast.Account })).Was(201);
        var (customer, hana, at) = (app.WithToken(made["token"]), app.As(cast.Hana), $"/api/v1/cases/{made["caseId"]}");
        (await hana.Post(at + "/notes", new { text = "社内だけの話" })).Was(201);
        (await hana.Post(at + "/messages", new { text = "電源を確かめてください。" })).Was(201);
        (await customer.PostFile(at + "/attachments", "電源.txt", "入っています"u8.ToArray())).Was(201);

        foreach (var reader in (HttpClient[])[customer, hana])
        {
            var text = (await reader.Get(at + "/transcript")).Was(200);
            Assert.Equal("text/plain; charset=utf-8", text.ContentHeaders.ContentType?.ToString());
            Assert.Contains("お客様番号", text.Text, StringComparison.Ordinal);
            Assert.Contains("画面が真っ暗です。", text.Text, StringComparison.Ordinal);
            Assert.Contains("電源を確かめてください。", text.Text, StringComparison.Ordinal);
            Assert.Contains("電源.txt", text.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("社内だけの話", text.Text, StringComparison.Ordinal);
        }

        Assert.Contains("customer number", (await customer.Get(at + "/transcript?lang=en")).Was(200).Text, StringComparison.Ordinal);
        Assert.Contains("customer number", (await app.Anonymous.Get($"/c/{made["token"]}/transcript?lang=en")).Was(200).Text, StringComparison.Ordinal);
        (await app.As(cast.Mio).Get(at + "/transcript")).Was(404);
        (await app.Anonymous.Get(at + "/transcript")).Was(401);
    }

    [Fact]
    public async Task A_text_of_ten_megabytes_is_too_large_and_the_connection_says_so()
    {
        await app.Cast();

        foreach (var megabytes in (int[])[10, 40])
            (await app.Anonymous.PostRaw("/api/v1/contacts", $$"""{"text":"{{new string('x', megabytes * 1024 * 1024)}}"}""")).Was(413);
    }

    public sealed class OnSqlite(SqliteApp app) : TranscriptTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : TranscriptTests(app), IClassFixture<PostgresApp>;
}
