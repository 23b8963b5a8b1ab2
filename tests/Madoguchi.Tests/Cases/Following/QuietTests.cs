using System.Net.ServerSentEvents;
using Madoguchi.Tests.Chat;
using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Cases.Following;

/// <summary>What goes on inside reaches nobody outside: not as words, not as a number, not as a rhythm.</summary>
public abstract class QuietTests(App app)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_note_leaves_no_trace_in_what_a_customer_reads()
    {
        var theCase = await Opened.At(app, Cast.Account);
        var hana = app.As((await app.Cast()).Hana);
        var (before, told) = (await theCase.Customer.Get(theCase.Path), await theCase.Customer.Get(theCase.Path + "/timeline"));

        (await hana.Post(theCase.Path + "/notes", new { text = "内緒の話" })).Was(201);

        var (after, now) = (await theCase.Customer.Get(theCase.Path), await theCase.Customer.Get(theCase.Path + "/timeline"));
        Assert.Equal((before.Was(200).Text, before.Headers.ETag, told.Was(200).Text), (after.Text, after.Headers.ETag, now.Text));
    }

    [Fact]
    public async Task Looking_and_writing_notes_makes_no_beat_on_the_customers_page()
    {
        var written = await Written.Story(app, "画面が白くなります", (await app.Cast()) is not null ? Cast.Account : null);
        var (hana, path) = (app.As((await app.Cast()).Hana), $"/api/v1/cases/{await written.CaseId()}");
        var opened = TimeProvider.System.GetTimestamp();
        await using var stream = app.Anonymous.Follow($"{written.Path}/stream?after=1", ct: Ct).GetAsyncEnumerator(Ct);
        Assert.Equal("beat", await Next(stream));

        for (var i = 0; i < 5; i++)
        {
            (await hana.Post(path + "/typing", new { purpose = "note" })).Was(204);
            (await hana.Post(path + "/notes", new { text = $"内緒の話 {i}" })).Was(201);
        }

        (await hana.Post(path + "/messages", new { text = "お待たせしました" })).Was(201);
        var beats = 0;
        for (string kind; (kind = await Next(stream)) != "entry"; beats++)
            Assert.Equal("beat", kind);
        Assert.True(beats <= TimeProvider.System.GetElapsedTime(opened) / TimeSpan.FromSeconds(9), $"{beats} beats");
    }

    [Fact]
    public async Task A_key_taken_away_ends_what_is_open_with_it()
    {
        var theCase = await Opened.At(app, Cast.Account);
        var id = (await app.Cast()).Hana.AgentId;
        var made = (await app.Admin.Post($"/api/v1/agents/{id}/keys")).Was(201);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        await using var stream = app.WithKey(made["key"]).Follow(theCase.Path + "/stream", ct: patience.Token).GetAsyncEnumerator(patience.Token);
        Assert.Equal("entry", await Next(stream));

        (await app.Admin.Delete($"/api/v1/agents/{id}/keys/{made["keyId"]}")).Was(204);

        patience.CancelAfter(TimeSpan.FromSeconds(60));
        while (await stream.MoveNextAsync())
        {
        }
    }

    [Fact]
    public async Task Nobody_hears_who_types_at_another_desk()
    {
        var (theirs, cast) = (await Opened.At(app, Cast.Account), await app.Cast());
        using var mio = await app.SignedIn(cast.Mio);
        await using var stream = mio.Client.Follow($"/desk/live?watch={theirs.Id}:0", ct: Ct).GetAsyncEnumerator(Ct);
        Assert.Equal("reset", await Next(stream));

        (await theirs.Customer.Post(theirs.Path + "/typing", new { })).Was(204);
        await Opened.At(app, Cast.Billing);

        for (string kind; (kind = await Next(stream)) != "reset";)
            Assert.Equal("beat", kind);
    }

    private static async Task<string> Next(IAsyncEnumerator<SseItem<string>> stream) =>
        await stream.MoveNextAsync() ? stream.Current.EventType : throw new InvalidOperationException("The stream has ended.");

    public sealed class OnSqlite(SqliteApp app) : QuietTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : QuietTests(app), IClassFixture<PostgresApp>;
}
