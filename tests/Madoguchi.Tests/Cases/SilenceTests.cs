using Madoguchi.Cases.Solving;
using Madoguchi.Tests.Rig;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Tests.Cases;

public abstract class SilenceTests(App app)
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    [Fact]
    public async Task Whoever_stays_silent_a_week_is_closed_and_a_word_opens_again()
    {
        var hana = app.As((await app.Cast()).Hana);
        var (silent, proposed, waiting, talking) = (await Opened.At(app, Cast.Account), await Opened.At(app, Cast.Account), await Opened.At(app, Cast.Account), await Opened.At(app, Cast.Account));
        (await hana.Post(silent.Path + "/messages", new { text = "いかがですか" })).Was(201);
        (await hana.Post(proposed.Path + "/solution", new { outcome = "済" })).Was(200);
        (await hana.Post(talking.Path + "/messages", new { text = "いかがですか" })).Was(201);
        app.Clock.Advance(Week - TimeSpan.FromHours(1));
        await Pass();
        Assert.Equal("waitingForCustomer", await silent.Status());
        (await talking.Customer.Post(talking.Path + "/messages", new { text = "まだです" })).Was(201);
        app.Clock.Advance(TimeSpan.FromHours(2));

        await Pass();

        Assert.Equal(("closedBySilence", "closedBySilence", "new", "waitingForUs"), (await silent.Status(), await proposed.Status(), await waiting.Status(), await talking.Status()));
        Assert.Equal("closedBySilence", (await silent.Kinds(silent.Customer))[^1]);
        Assert.Equal("solved", (await proposed.Customer.Post(proposed.Path + "/solution/answer", new { solved = true })).Was(200)["status"]);
        (await silent.Customer.Post(silent.Path + "/messages", new { text = "すみません" })).Was(201);
        Assert.Equal("waitingForUs", await silent.Status());
        Assert.Equal(["closedBySilence", "reopened", "message"], (await silent.Kinds(silent.Customer))[^3..]);
    }

    [Fact]
    public async Task Two_passes_at_once_close_once()
    {
        var hana = app.As((await app.Cast()).Hana);
        var theCase = await Opened.At(app, Cast.Account);
        (await hana.Post(theCase.Path + "/messages", new { text = "いかがですか" })).Was(201);
        app.Clock.Advance(Week + TimeSpan.FromHours(1));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Pass()));

        Assert.Single(await theCase.Kinds(hana), "closedBySilence");
    }

    private Task<int> Pass() => app.Services.GetRequiredService<SilenceFollower>().Pass(TestContext.Current.CancellationToken);

    public sealed class OnSqlite(SqliteApp app) : SilenceTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : SilenceTests(app), IClassFixture<PostgresApp>;
}
