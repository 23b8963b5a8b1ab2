using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Desks;

/// <summary>What customers read about the hours, and the agents' switch, as plain pages.</summary>
public abstract class OpenNowTests(App app)
{
    private static readonly object[] Closed = [new { from = "2000-01-01", to = "2199-12-31", notice = "棚卸しのため、しばらく休みます。", noticeInEnglish = "We are taking stock." }];
    private static readonly object[] Whole = [new { from = "0:00", to = "24:00" }];

    [Fact]
    public async Task Customers_read_that_the_desk_is_closed_and_can_write_all_the_same()
    {
        await app.Cast();
        var token = (await app.Anonymous.Post("/api/v1/contacts", new { text = "領収書がほしいのですが", desk = Cast.Billing })).Was(201)["token"];
        using var browser = app.Browser();
        var open = (await browser.Open($"/contact?desk={Cast.Billing}&lang=ja")).Was(200).Text;
        Assert.DoesNotContain("受付時間外", open, StringComparison.Ordinal);
        (await app.Admin.Put($"/api/v1/desks/{Cast.Billing}/hours", new { week = new { mon = Whole, tue = Whole, wed = Whole, thu = Whole, fri = Whole, sat = Whole, sun = Whole } })).Was(200);
        Assert.Contains("ただいま受付中", (await browser.Open($"/contact?desk={Cast.Billing}&lang=ja")).Was(200).Text, StringComparison.Ordinal);
        (await app.Admin.Put($"/api/v1/desks/{Cast.Billing}/hours", new { week = new { mon = Whole }, closures = Closed })).Was(200);

        var contact = (await browser.Open($"/contact?desk={Cast.Billing}&lang=ja")).Was(200).Text;
        var talk = (await browser.Open($"/c/{token}?lang=en")).Was(200).Text;

        Assert.Contains("ただいま受付時間外です", contact, StringComparison.Ordinal);
        Assert.Contains("棚卸しのため、しばらく休みます。", contact, StringComparison.Ordinal);
        Assert.Contains("Closed at the moment", talk, StringComparison.Ordinal);
        Assert.Contains("We are taking stock.", talk, StringComparison.Ordinal);
        Assert.Contains("id=\"composer\"", talk, StringComparison.Ordinal);
        (await app.Admin.Delete($"/api/v1/desks/{Cast.Billing}/hours")).Was(204);
    }

    [Fact]
    public async Task The_switch_in_the_workspace_works_as_a_plain_form()
    {
        var cast = await app.Cast();
        using var ken = await app.SignedIn(cast.Ken);
        Assert.Contains("aria-pressed=\"true\" data-does=\"be-available\"", (await ken.Open("/desk/new")).Was(200).Text, StringComparison.Ordinal);

        (await ken.Send("/desk/presence", new { state = "break" })).Was(302);

        Assert.Contains("aria-pressed=\"true\" data-does=\"be-on-a-break\"", (await ken.Open("/desk/new")).Was(200).Text, StringComparison.Ordinal);
        Assert.Equal("break", (await app.As(cast.Ken).Get("/api/v1/me/presence")).Was(200)["state"]);
        (await ken.Send("/desk/presence", new { state = "asleep" })).Was(422);
        Assert.Equal("break", (await app.As(cast.Ken).Get("/api/v1/me/presence")).Was(200)["state"]);
    }

    [Fact]
    public async Task An_open_workspace_speaks_for_its_agent_and_a_dead_one_no_more()
    {
        var cast = await app.Cast();
        using var robin = await app.SignedIn(cast.Robin);
        await using (var stream = robin.Client.Follow("/desk/live", ct: TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken))
        {
            Assert.True(await stream.MoveNextAsync());
            await Patience.Until(Presence, state => state == "available");
        }

        app.Clock.Advance(TimeSpan.FromSeconds(61));

        Assert.Equal("offline", await Presence());

        async Task<string> Presence() => (await app.As(cast.Robin).Get("/api/v1/me/presence")).Was(200)["state"];
    }

    public sealed class OnSqlite(SqliteApp app) : OpenNowTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : OpenNowTests(app), IClassFixture<PostgresApp>;
}
