using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Cases.Messaging;

/// <summary>What was taken back is gone wherever the customer could read it, and stays on the record of the house.</summary>
public abstract class WithdrawingTests(App app)
{
    private const string Wrong = "まちがって書いた言葉";
    private static readonly byte[] Bytes = "まちがった控え"u8.ToArray();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Taken_back_it_is_gone_for_the_customer_everywhere_and_struck_through_for_the_house()
    {
        var (theCase, hana) = (await Opened.At(app, Cast.Account), app.As((await app.Cast()).Hana));
        var n = (await hana.Post(theCase.Path + "/messages", new { text = Wrong })).Was(201)["entry"];
        Assert.Equal("waitingForCustomer", await theCase.Status());

        var taken = (await hana.Post($"{theCase.Path}/messages/{n}/withdrawal")).Was(200)["entry"];

        foreach (var path in new[] { $"{theCase.Path}/timeline", $"{theCase.Path}/transcript" })
            Assert.DoesNotContain(Wrong, (await theCase.Customer.Get(path)).Was(200).Text, StringComparison.Ordinal);
        foreach (var path in new[] { "", "?lang=en", "/transcript" })
            Assert.DoesNotContain(Wrong, (await app.Anonymous.Get($"/c/{theCase.Token}{path}")).Was(200).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Wrong, await Streamed(theCase, $"{theCase.Path}/stream?after=0"), StringComparison.Ordinal);
        Assert.DoesNotContain(Wrong, await Streamed(theCase, $"/c/{theCase.Token}/stream?after=0"), StringComparison.Ordinal);
        Assert.Contains("取り消されました", (await app.Anonymous.Get($"/c/{theCase.Token}")).Was(200).Text, StringComparison.Ordinal);
        var inside = (await hana.Get(theCase.Path + "/timeline")).Was(200).Json.GetProperty("entries").EnumerateArray().Single(e => $"{e.GetProperty("entry")}" == n).GetProperty("body");
        Assert.Equal((Wrong, true), (inside.GetProperty("text").GetString(), inside.GetProperty("withdrawn").GetBoolean()));
        Assert.Equal(taken, (await hana.Post($"{theCase.Path}/messages/{n}/withdrawal")).Was(200)["entry"]);
        Assert.Equal("waitingForUs", await theCase.Status());
    }

    [Fact]
    public async Task A_page_that_is_open_loses_the_words_at_once()
    {
        var (theCase, hana) = (await Opened.At(app, Cast.Account), app.As((await app.Cast()).Hana));
        var n = (await hana.Post(theCase.Path + "/messages", new { text = Wrong })).Was(201)["entry"];
        var (seen, swapped) = (false, "");

        await foreach (var item in app.Anonymous.Follow($"/c/{theCase.Token}/stream?after=0", ct: Ct))
        {
            if (item.EventType == "entry" && item.Data.Contains(Wrong, StringComparison.Ordinal))
            {
                seen = true;
                (await hana.Post($"{theCase.Path}/messages/{n}/withdrawal")).Was(200);
            }

            if (item.EventType == "swap" && item.Data.Contains($"data-n=\"{n}\"", StringComparison.Ordinal))
            {
                swapped = item.Data;
                break;
            }
        }

        Assert.True(seen);
        Assert.DoesNotContain(Wrong, swapped, StringComparison.Ordinal);
        Assert.Contains("取り消されました", swapped, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_was_taken_back_is_not_to_be_had_any_more()
    {
        var (theCase, hana) = (await Opened.At(app, Cast.Account), app.As((await app.Cast()).Hana));
        var file = (await hana.PostFile(theCase.Path + "/attachments", "a.txt", Bytes)).Was(201);
        (await theCase.Customer.Get(file["url"])).Was(200);

        (await hana.Post($"{theCase.Path}/messages/{file["entry"]}/withdrawal")).Was(200);

        (await theCase.Customer.Get(file["url"])).Was(404);
        (await app.Anonymous.Get($"/c/{theCase.Token}/files/{file["url"].Split('/')[^1]}")).Was(404);
        (await hana.Get(file["url"])).Was(200);
        Assert.DoesNotContain("a.txt", (await theCase.Customer.Get(theCase.Path + "/timeline")).Was(200).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unread_words_can_be_taken_back_for_long_and_read_ones_for_ten_minutes()
    {
        var (theCase, hana) = (await Opened.At(app, Cast.Account), app.As((await app.Cast()).Hana));
        var unread = (await hana.Post(theCase.Path + "/messages", new { text = "一" })).Was(201)["entry"];
        app.Clock.Advance(TimeSpan.FromHours(3));
        (await hana.Post($"{theCase.Path}/messages/{unread}/withdrawal")).Was(200);

        var (soon, late) = ((await hana.Post(theCase.Path + "/messages", new { text = "二" })).Was(201)["entry"], (await hana.Post(theCase.Path + "/messages", new { text = "三" })).Was(201)["entry"]);
        (await theCase.Customer.Put(theCase.Path + "/read", new { entry = int.Parse(late, System.Globalization.CultureInfo.InvariantCulture) })).Was(200);
        app.Clock.Advance(TimeSpan.FromMinutes(9));
        (await hana.Post($"{theCase.Path}/messages/{soon}/withdrawal")).Was(200);
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.EndsWith("too-late", (await hana.Post($"{theCase.Path}/messages/{late}/withdrawal")).Was(409)["type"], StringComparison.Ordinal);
        Assert.Equal("waitingForCustomer", await theCase.Status());
    }

    [Fact]
    public async Task Everybody_takes_back_only_their_own_sides_words_and_nobody_the_first_ones()
    {
        var (theCase, cast) = (await Opened.At(app, Cast.Account), await app.Cast());
        var theirs = (await theCase.Customer.Post(theCase.Path + "/messages", new { text = Wrong })).Was(201)["entry"];
        var ours = (await app.As(cast.Hana).Post(theCase.Path + "/messages", new { text = "確認します" })).Was(201)["entry"];
        var note = (await app.As(cast.Hana).Post(theCase.Path + "/notes", new { text = "メモ" })).Was(201)["entry"];

        foreach (var (by, n) in new[] { (app.As(cast.Hana), theirs), (theCase.Customer, ours), (theCase.Customer, "1"), (app.As(cast.Hana), note), (app.As(cast.Hana), "99"), (app.As(cast.Mio), ours) })
            (await by.Post($"{theCase.Path}/messages/{n}/withdrawal")).Was(404);
        (await app.As(cast.Sora).Post($"{theCase.Path}/messages/{ours}/withdrawal")).Was(200);
        (await theCase.Customer.Post($"{theCase.Path}/messages/{theirs}/withdrawal")).Was(200);
        Assert.DoesNotContain(Wrong, (await theCase.Customer.Get(theCase.Path + "/timeline")).Was(200).Text, StringComparison.Ordinal);
        Assert.Contains(Wrong, (await app.As(cast.Hana).Get(theCase.Path + "/timeline")).Was(200).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_customer_takes_the_last_words_back_on_the_page()
    {
        var theCase = await Opened.At(app, Cast.Account);
        (await theCase.Customer.Post(theCase.Path + "/messages", new { text = Wrong })).Was(201);
        using var browser = app.Browser();
        var page = (await browser.Client.Get($"/c/{theCase.Token}")).Was(200).Text;
        var at = page.IndexOf("/withdrawal", StringComparison.Ordinal);
        Assert.True(at > 0, page);
        var action = page[page.LastIndexOf('"', at)..][1..].Split('"')[0];

        (await browser.SendWithout(action)).Was(303);

        Assert.DoesNotContain(Wrong, (await browser.Client.Get($"/c/{theCase.Token}")).Was(200).Text, StringComparison.Ordinal);
    }

    private async Task<string> Streamed(Opened theCase, string path)
    {
        var text = "";
        await foreach (var item in (path.StartsWith("/c/", StringComparison.Ordinal) ? app.Anonymous : theCase.Customer).Follow(path, ct: Ct))
        {
            text += item.Data;
            if (item.EventType == "entry" && (item.Data.Contains("messageWithdrawn", StringComparison.Ordinal) || item.Data.Contains("hidden", StringComparison.Ordinal)))
                break;
        }

        return text;
    }

    public sealed class OnSqlite(SqliteApp app) : WithdrawingTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : WithdrawingTests(app), IClassFixture<PostgresApp>;
}
