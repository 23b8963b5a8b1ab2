using Madoguchi.Cases.Following;
using Madoguchi.Cases.Timeline;
using Madoguchi.Mail.Returning;
using Madoguchi.Storage;
using Madoguchi.Tests.Cases;
using Madoguchi.Tests.Rig;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Tests.Mail;

public abstract class AnsweringTests(On on)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_answer_to_who_is_not_there_goes_by_mail_with_the_link_once()
    {
        await using var box = new Letterbox();
        await using var app = await App.Start(on, box.Settings);
        var (theCase, hana) = await Reachable(app);
        (await hana.Post(theCase.Path + "/messages", new { text = "お待たせしました。{link} こちらです。" })).Was(201);
        (await hana.PostFile(theCase.Path + "/attachments", "手順.txt", "words"u8.ToArray())).Was(201);
        (await hana.Post(theCase.Path + "/notes", new { text = "内緒" })).Was(201);
        await Later(app, TimeSpan.FromMinutes(3));

        var mail = Assert.Single(await box.Until(t => t.Count > 0));
        Assert.Equal("【アカウント窓口】お返事です: アプリを開くと404と出ます", mail["Subject"]);
        Assert.Contains("山野 太郎 様", mail.Text, StringComparison.Ordinal);
        Assert.Contains("お待たせしました。{ link } こちらです。", mail.Text, StringComparison.Ordinal);
        Assert.Contains("手順.txt", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("内緒", mail.Text, StringComparison.Ordinal);
        Assert.Contains(Madoguchi.Customers.CustomerNumber.Parse(theCase.Number).Printed, mail.Text, StringComparison.Ordinal);
        Assert.Equal(theCase.Id, (await app.WithToken(mail.Token).Get(theCase.Path)).Was(200)["caseId"]);
        await Patience.Until(() => theCase.Kinds(theCase.Customer), k => k[^1] == "mailed");

        (await hana.Post(theCase.Path + "/messages", new { text = "もう一つだけ。" })).Was(201);
        (await hana.Post(theCase.Path + "/remedies", new { remedy = "fee", reason = "内緒のわけ", amount = 3_000 })).Was(201);
        await Later(app, TimeSpan.FromMinutes(3));
        var second = (await box.Until(t => t.Count > 1))[1];
        Assert.Contains("もう一つだけ。", second.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("お待たせしました", second.Text, StringComparison.Ordinal);
        Assert.Contains("使えなかった日数分の料金 3,000円", second.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("内緒のわけ", second.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_read_or_answered_is_not_mailed()
    {
        await using var box = new Letterbox();
        await using var app = await App.Start(on, box.Settings);
        var (read, hana) = await Reachable(app);
        var (answered, _) = await Reachable(app);
        var (unread, _) = await Reachable(app);
        foreach (var one in new[] { read, answered, unread })
            (await hana.Post(one.Path + "/messages", new { text = "いかがですか" })).Was(201);
        (await read.Customer.Put(read.Path + "/read", new { entry = 100 })).Was(200);
        (await answered.Customer.Post(answered.Path + "/messages", new { text = "直りました" })).Was(201);
        await Later(app, TimeSpan.FromMinutes(3));

        var mail = Assert.Single(await box.Until(t => t.Count > 0));
        Assert.Equal(unread.Id, (await app.WithToken(mail.Token).Get(unread.Path)).Was(200)["caseId"]);
    }

    [Fact]
    public async Task What_was_taken_back_is_in_no_letter_not_even_in_one_that_waits()
    {
        await using var box = new Letterbox { Says = _ => "421 later" };
        await using var app = await App.Start(on, box.Settings);
        var (theCase, hana) = await Reachable(app);
        await Withdraw("早すぎた言葉");
        var wrong = (await hana.Post(theCase.Path + "/messages", new { text = "間違えた言葉" })).Was(201)["entry"];
        (await hana.Post(theCase.Path + "/messages", new { text = "正しい言葉" })).Was(201);
        await Later(app, TimeSpan.FromMinutes(3));
        await Posted.Tried(app, 1);

        (await hana.Post($"{theCase.Path}/messages/{wrong}/withdrawal")).Was(200);
        box.Says = null;
        app.Clock.Advance(TimeSpan.FromMinutes(5));

        var mail = Assert.Single(await box.Until(t => t.Count > 0));
        Assert.Contains("正しい言葉", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("間違えた言葉", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("早すぎた言葉", mail.Text, StringComparison.Ordinal);

        async Task Withdraw(string text)
        {
            var entry = (await hana.Post(theCase.Path + "/messages", new { text })).Was(201)["entry"];
            (await hana.Post($"{theCase.Path}/messages/{entry}/withdrawal")).Was(200);
        }
    }

    [Fact]
    public async Task Who_is_there_is_not_written_to_until_they_leave()
    {
        await using var box = new Letterbox();
        await using var app = await App.Start(on, box.Settings);
        var (theCase, hana) = await Reachable(app);
        using (var leaving = CancellationTokenSource.CreateLinkedTokenSource(Ct))
        {
            await using var stream = theCase.Customer.Follow(theCase.Path + "/stream", ct: leaving.Token).GetAsyncEnumerator(Ct);
            Assert.True(await stream.MoveNextAsync());
            (await hana.Post(theCase.Path + "/messages", new { text = "いかがですか" })).Was(201);
            await Later(app, TimeSpan.FromMinutes(3));
            Assert.Empty(box.Taken);
            await leaving.CancelAsync();
        }

        await Patience.Until(() => hana.Get(theCase.Path + "/presence"), p => p.Text.Contains("away", StringComparison.Ordinal));
        await app.Services.GetRequiredService<Presence>().Note(Ct);
        await Later(app, TimeSpan.FromMinutes(10));
        Assert.Contains("いかがですか", Assert.Single(await box.Until(t => t.Count > 0)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_gone_is_sent_the_way_back_once_an_absence()
    {
        await using var box = new Letterbox();
        await using var app = await App.Start(on, box.Settings);
        var (theCase, hana) = await Reachable(app);
        var (stranger, _) = (await Opened.At(app, Cast.Account), 0);
        foreach (var one in new[] { theCase, stranger })
            await Visit(app, one, hana);
        Assert.Equal(0, await Absences(app));
        app.Clock.Advance(TimeSpan.FromMinutes(11));

        Assert.Equal(1, await Absences(app));
        Assert.Equal(0, await Absences(app));
        var mail = Assert.Single(await box.Until(t => t.Count > 0));
        Assert.StartsWith("【アカウント窓口】続きのリンク: ", mail["Subject"], StringComparison.Ordinal);

        app.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal(0, await Absences(app));
        await Visit(app, theCase, hana);
        app.Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal(1, await Absences(app));
    }

    [Fact]
    public async Task An_agent_sends_the_link_with_one_click()
    {
        await using var box = new Letterbox();
        await using var app = await App.Start(on, box.Settings);
        var (theCase, hana) = await Reachable(app);
        var nowhere = await Opened.At(app, Cast.Account);

        Assert.Equal("y…@example.jp", (await hana.Post(theCase.Path + "/link")).Was(200)["to"]);
        Assert.Equal("y…@example.jp", (await hana.Post(theCase.Path + "/link")).Was(200)["to"]);
        Assert.EndsWith("no-address", (await hana.Post(nowhere.Path + "/link")).Was(409)["type"], StringComparison.Ordinal);

        Assert.Single(await box.Until(t => t.Count > 0));
        Assert.Equal(["mailed"], (await Patience.Until(() => theCase.Kinds(hana), k => k.Contains("mailed"))).Where(k => k == "mailed"));
    }

    internal static async Task<(Opened, HttpClient Hana)> Reachable(App app)
    {
        var theCase = await Opened.At(app, Cast.Account);
        (await theCase.Customer.Put(theCase.Path + "/facts/email", new { value = "yamano@example.jp" })).Was(200);
        return (theCase, app.As((await app.Cast()).Hana));
    }

    /// <summary>What was said is followed up, time passes, and what is due then is done.</summary>
    internal static async Task Later(App app, TimeSpan by)
    {
        await app.Services.GetRequiredService<EntryFollower>().CatchUp(Ct);
        app.Clock.Advance(by);
        while (await app.Services.GetRequiredService<OutboxFollower>().DoNext(Ct))
        {
        }
    }

    private static async Task Visit(App app, Opened theCase, HttpClient agent)
    {
        using (var leaving = CancellationTokenSource.CreateLinkedTokenSource(Ct))
        {
            await using var stream = theCase.Customer.Follow(theCase.Path + "/stream", ct: leaving.Token).GetAsyncEnumerator(Ct);
            Assert.True(await stream.MoveNextAsync());
            await leaving.CancelAsync();
        }

        await Patience.Until(() => agent.Get(theCase.Path + "/presence"), p => p.Text.Contains("away", StringComparison.Ordinal));
        await app.Services.GetRequiredService<Presence>().Note(Ct);
    }

    private static Task<int> Absences(App app) => app.Services.GetRequiredService<AbsenceFollower>().Pass(Ct);

    public sealed class OnSqlite() : AnsweringTests(On.Sqlite);

    public sealed class OnPostgres() : AnsweringTests(On.Postgres);
}
