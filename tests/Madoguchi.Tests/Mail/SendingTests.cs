using Madoguchi.Cases;
using Madoguchi.Mail;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Madoguchi.Tests.Cases;
using Madoguchi.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Tests.Mail;

public abstract class SendingTests(On on)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    [Fact]
    public async Task A_letter_goes_out_once_and_its_link_opens_the_case()
    {
        await using var box = new Letterbox();
        await using var app = await App.Start(on, box.Settings);
        var theCase = await Posted.To(app, "yamano@example.jp");

        var mail = Assert.Single(await box.Until(t => t.Count > 0));
        await Posted.State(app, LetterState.Sent);

        Assert.Equal(("help@example.test", "yamano@example.jp"), (mail.EnvelopeFrom, mail.EnvelopeTo));
        Assert.Equal("アカウント窓口 <help@example.test>", mail["From"]);
        Assert.Equal(theCase.Id, (await app.WithToken(mail.Token).Get(theCase.Path)).Was(200)["caseId"]);
        Assert.Equal("mailed", (await theCase.Kinds(theCase.Customer))[^1]);
        Assert.DoesNotContain("mt_", await Posted.Text(app), StringComparison.Ordinal);
        Assert.Single(box.Taken);
    }

    [Fact]
    public async Task What_is_put_off_is_tried_again_with_the_same_name()
    {
        await using var box = new Letterbox { Says = word => word == "RCPT" ? "451 later" : "" };
        await using var app = await App.Start(on, box.Settings);
        var theCase = await Posted.To(app, "yamano@example.jp");
        await Posted.Tried(app, 1);
        box.Says = word => word == "." ? null : ""; // taken, and never said so
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        await Posted.Tried(app, 2);
        box.Says = null;
        app.Clock.Advance(TimeSpan.FromMinutes(10));
        await Posted.State(app, LetterState.Sent);

        Assert.Equal(2, box.Taken.Count);
        Assert.Single(box.Taken.Select(m => m["Message-ID"]).Distinct());
        Assert.All(box.Taken, m => Assert.NotEmpty(m.Link));
        Assert.Single(await theCase.Kinds(theCase.Customer), "mailed");
    }

    [Fact]
    public async Task What_is_refused_for_good_is_parked_and_the_agent_is_told()
    {
        await using var box = new Letterbox { Says = word => word == "RCPT" ? "550 no such person" : "" };
        await using var app = await App.Start(on, box.Settings);
        var theCase = await Posted.To(app, "nobody@example.jp");
        var hana = (await app.Cast()).Hana;

        await Posted.State(app, LetterState.Parked);
        var kinds = await theCase.Kinds(app.As(hana));
        var notices = await Patience.Until(() => app.As(hana).Get("/api/v1/notices"), n => n.Json.GetProperty("notices").GetArrayLength() > 0);

        Assert.Equal("mailFailed", kinds[^1]);
        Assert.DoesNotContain("mailFailed", await theCase.Kinds(theCase.Customer));
        Assert.Contains("mailFailed", notices.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_never_gets_through_is_parked_in_the_end()
    {
        await using var box = new Letterbox { Says = _ => null };
        await using var app = await App.Start(on, box.Settings);
        await Posted.To(app, "yamano@example.jp");
        for (var tried = 1; tried <= 8; tried++)
        {
            await Posted.Tried(app, tried);
            app.Clock.Advance(Day);
        }

        await Posted.State(app, LetterState.Parked);
        Assert.Empty(box.Taken);
    }

    [Fact]
    public async Task Without_a_mail_server_a_letter_is_a_file()
    {
        await using var app = await App.Start(on);
        var theCase = await Posted.To(app, "yamano@example.jp");
        await Posted.State(app, LetterState.Sent);

        var file = Assert.Single(Directory.GetFiles(Path.Combine(app.Database.Folder, "mail")));
        var mail = Eml.Read(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
        Assert.Equal(theCase.Id, (await app.WithToken(mail.Token).Get(theCase.Path)).Was(200)["caseId"]);
    }

    [Fact]
    public async Task Nobody_is_written_to_without_an_address_or_at_one_that_was_replaced()
    {
        await using var app = await App.Start(on);
        var (none, other) = (await Opened.At(app, Cast.Account), await Opened.At(app, Cast.Account));
        (await other.Customer.Put(other.Path + "/facts/email", new { value = "other@example.jp" })).Was(200);

        Assert.False(await Posted.Send(app, none));
        (await none.Customer.Put(none.Path + "/facts/email", new { value = "ありません" })).Was(200);
        Assert.False(await Posted.Send(app, none));
        (await none.Customer.Put(none.Path + "/facts/email", new { value = "old@example.jp" })).Was(200);
        (await none.Customer.Put(none.Path + "/facts/email", new { value = "new@example.jp" })).Was(200);
        Assert.True(await Posted.Send(app, none));
        await Posted.State(app, LetterState.Sent);
        Assert.Equal("new@example.jp", (await Posted.Read(app)).To);
    }

    public sealed class OnSqlite() : SendingTests(On.Sqlite);

    public sealed class OnPostgres() : SendingTests(On.Postgres);
}

/// <summary>One letter in the box, and what becomes of it.</summary>
internal static class Posted
{
    public static async Task<Opened> To(App app, string address)
    {
        var theCase = await Opened.At(app, Cast.Account);
        (await theCase.Customer.Put(theCase.Path + "/facts/email", new { value = address })).Was(200);
        Assert.True(await Send(app, theCase));
        return theCase;
    }

    public static Task<bool> Send(App app, Opened theCase)
    {
        var (id, now) = (Id<Case>.Parse(theCase.Id, null), app.Clock.GetUtcNow());
        return app.Services.GetRequiredService<Writes>().Write(async db =>
        {
            var one = await db.Lock(id).AsTracking().SingleAsync(CancellationToken.None);
            var sent = await db.SendToCustomer(one, "続きはこちら", "こちらから続けられます。\n{link}\n", now);
            await db.SaveChangesAsync(CancellationToken.None);
            return sent;
        }, CancellationToken.None);
    }

    public static async Task<Letter> Read(App app)
    {
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<Db>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        return await db.Letters.SingleAsync(TestContext.Current.CancellationToken);
    }

    public static Task State(App app, LetterState state) => Patience.Until(() => Read(app), l => l.State == state);

    public static Task SentTo(App app, string to) => Patience.Until(async () =>
    {
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<Db>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        return await db.Letters.AnyAsync(l => l.To == to && l.State == LetterState.Sent, TestContext.Current.CancellationToken);
    }, sent => sent);

    /// <summary>Tried so often, and the last try is over.</summary>
    public static Task Tried(App app, int times) => Patience.Until(() => Read(app), l => l.Attempts == times && l.Error is not null);

    public static async Task<string> Text(App app) => (await Read(app)).Text;
}
