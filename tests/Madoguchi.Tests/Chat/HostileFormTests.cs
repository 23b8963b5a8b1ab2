using System.Net.Http.Headers;
using System.Text;
using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Chat;

/// <summary>Forms that no page of ours would send.</summary>
public abstract class HostileFormTests(App app)
{
    [Fact]
    public async Task A_tower_of_accents_is_refused_at_once()
    {
        await app.Cast();
        var clock = TimeProvider.System.GetTimestamp();
        var words = string.Concat(Enumerable.Repeat("%CC%81%CC%96", 150_000));

        var answer = await app.Anonymous.PostRaw("/contact", "text=a" + words, "application/x-www-form-urlencoded");

        answer.Was(422);
        Assert.True(TimeProvider.System.GetElapsedTime(clock) < TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task A_form_of_ten_thousand_empty_parts_is_refused()
    {
        var theCase = await Madoguchi.Tests.Cases.Opened.At(app, Cast.Account);
        var form = new StringBuilder();
        for (var i = 0; i < 10_000; i++)
            form.Append("--x\r\nContent-Disposition: form-data; name=\"writtenAt\"\r\n\r\n\r\n");
        using var content = new ByteArrayContent(Encoding.ASCII.GetBytes(form.Append("--x--\r\n").ToString()));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");

        (await Answer.Of(await theCase.Customer.PostAsync(new Uri(theCase.Path + "/attachments", UriKind.Relative), content, TestContext.Current.CancellationToken))).Was(413);
    }

    public sealed class OnSqlite(SqliteApp app) : HostileFormTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : HostileFormTests(app), IClassFixture<PostgresApp>;
}
