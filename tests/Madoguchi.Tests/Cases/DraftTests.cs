using Madoguchi.Shared;
using Madoguchi.Storage;
using Madoguchi.Tests.Rig;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Tests.Cases;

public abstract class DraftTests(App app)
{
    [Fact]
    public async Task Half_typed_text_is_the_writers_own_and_survives_a_colleagues_changes()
    {
        var (theCase, cast) = (await Opened.At(app, Cast.Account), await app.Cast());
        var (hana, sora, path) = (app.As(cast.Hana), app.As(cast.Sora), theCase.Path + "/draft");
        (await hana.Get(path)).Was(204);

        (await hana.Put(path, new { text = "お調べして" })).Was(200);
        (await hana.Put(path, new { text = "お調べしています" })).Was(200);
        (await hana.Put(path, new { text = "内々の話", purpose = "note" })).Was(200);
        (await theCase.Customer.Put(path, new { text = "まだです" })).Was(200);
        (await sora.Post(theCase.Path + "/messages", new { text = "代わりに答えます" })).Was(201);

        Assert.Equal("お調べしています", (await hana.Get(path)).Was(200)["text"]);
        Assert.Equal("内々の話", (await hana.Get(path + "?purpose=note")).Was(200)["text"]);
        Assert.Equal("まだです", (await theCase.Customer.Get(path)).Was(200)["text"]);
        (await sora.Get(path)).Was(204);
        (await hana.Delete(path + "?purpose=note")).Was(204);
        (await hana.Get(path + "?purpose=note")).Was(204);
    }

    [Fact]
    public async Task What_was_sent_is_no_draft_any_more_and_newer_text_stays()
    {
        var (theCase, path) = (await Opened.At(app, Cast.Account), "/draft");
        await theCase.Customer.Put(theCase.Path + path, new { text = "もしも" });
        (await theCase.Customer.Post(theCase.Path + "/messages", new { text = "もしもし" })).Was(201);
        (await theCase.Customer.Get(theCase.Path + path)).Was(204);

        await theCase.Customer.Put(theCase.Path + path, new { text = "別のタブで書いた長い話" });
        (await theCase.Customer.Post(theCase.Path + "/messages", new { text = "はい" })).Was(201);
        Assert.Equal("別のタブで書いた長い話", (await theCase.Customer.Get(theCase.Path + path)).Was(200)["text"]);
    }

    [Fact]
    public async Task A_customer_drafts_no_notes_and_a_stranger_nothing()
    {
        var (theCase, cast) = (await Opened.At(app, Cast.Account), await app.Cast());

        (await theCase.Customer.Put(theCase.Path + "/draft", new { text = "x", purpose = "note" })).Was(422);
        (await theCase.Customer.Get(theCase.Path + "/draft?purpose=note")).Was(422);
        (await app.As(cast.Mio).Put(theCase.Path + "/draft", new { text = "x" })).Was(404);
        (await app.As(cast.Mio).Get(theCase.Path + "/draft")).Was(404);
        (await app.As(cast.Mio).Delete(theCase.Path + "/draft")).Was(404);
    }

    [Fact]
    public async Task A_mark_only_moves_on_and_what_was_read_is_unread_no_more()
    {
        var (theCase, cast) = (await Opened.At(app, Cast.Account), await app.Cast());
        var (hana, path) = (app.As(cast.Hana), theCase.Path + "/read");
        (await theCase.Customer.Post(theCase.Path + "/messages", new { text = "二つ目" })).Was(201);
        Assert.True(await Unread());

        var last = int.Parse((await hana.Get(theCase.Path)).Was(200)["lastEntry"], null);
        Assert.Equal($"{last}", (await hana.Put(path, new { entry = 999 })).Was(200)["entry"]);
        Assert.Equal($"{last}", (await hana.Put(path, new { entry = 1 })).Was(200)["entry"]);
        Assert.False(await Unread());
        (await hana.Post(theCase.Path + "/messages", new { text = "はい" })).Was(201);
        Assert.False(await Unread());
        (await theCase.Customer.Post(theCase.Path + "/messages", new { text = "三つ目" })).Was(201);
        Assert.True(await Unread());
        (await hana.Put(path, new { entry = -1 })).Was(422);
        (await app.As(cast.Mio).Put(path, new { entry = 1 })).Was(404);

        async Task<bool> Unread() => (await hana.Get("/api/v1/cases?desk=account")).Was(200).Json.GetProperty("cases").EnumerateArray()
            .Single(c => c.GetProperty("caseId").GetString() == theCase.Id).GetProperty("unread").GetBoolean();
    }

    [Fact]
    public async Task Typing_is_told_to_the_other_side_and_a_note_in_the_making_to_the_house_only()
    {
        var (theCase, cast) = (await Opened.At(app, Cast.Account), await app.Cast());
        using var ear = app.Services.GetRequiredService<Madoguchi.Storage.Signals>().Listen(Topic.Of(Id<Madoguchi.Cases.Case>.Parse(theCase.Id, null)));

        (await theCase.Customer.Post(theCase.Path + "/typing")).Was(204);
        Assert.Contains("\"role\":\"customer\"", (await Heard(ear, "typing")).Data!, StringComparison.Ordinal); // typing says who
        (await app.As(cast.Hana).Post(theCase.Path + "/typing", new { purpose = "note" })).Was(204);
        Assert.Contains("\"state\":\"writing\"", (await Heard(ear, "presence")).Data!, StringComparison.Ordinal); // presence says how
        (await app.As(cast.Mio).Post(theCase.Path + "/typing")).Was(404);
        (await theCase.Customer.Post(theCase.Path + "/typing", new { purpose = "note" })).Was(422);
    }

    private static async Task<Signal> Heard(Madoguchi.Storage.Signals.Ear ear, string kind)
    {
        while (true)
        {
            var heard = await ear.Wait(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
            Assert.NotEmpty(heard);
            if (heard.FirstOrDefault(s => s.Kind == kind) is { } found)
                return found;
        }
    }

    public sealed class OnSqlite(SqliteApp app) : DraftTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : DraftTests(app), IClassFixture<PostgresApp>;
}
