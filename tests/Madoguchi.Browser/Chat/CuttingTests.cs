using Madoguchi.Browser.Rig;
using Madoguchi.Tests.Rig;
using Microsoft.Playwright;

namespace Madoguchi.Browser.Chat;

/// <summary>The line is cut in mid-chat, with three messages written on each side: both sides have the same six, each once, each writer's own order kept.</summary>
public abstract class CuttingTests(Stage stage)
{
    private static readonly string[] Customers = ["客の一", "客の二", "客の三"];
    private static readonly string[] Agents = ["担当の一", "担当の二", "担当の三"];

    [Theory]
    [InlineData("reset")]
    [InlineData("refused")]
    [InlineData("503")]
    [InlineData("silence")]
    [InlineData("answers lost")]
    public async Task Six_messages_each_once_whatever_happens_to_the_line(string how)
    {
        await using var wire = new Wire(stage.App.Port);
        await using var visitor = new Visitor(await stage.Customer(wire: wire), stage.App);
        await visitor.Tell("回線の話");
        await visitor.IsUp();
        var agent = await visitor.Agent(stage.Cast.Hana);

        Break(wire, how);
        for (var i = 0; i < 3; i++)
        {
            await visitor.Say(Customers[i]);
            await agent(Agents[i]);
        }

        if (how is not ("reset" or "answers lost" or "silence"))
            await Assertions.Expect(visitor.Lost).ToBeVisibleAsync();
        wire.Mend();

        await HasAllSix(visitor);
    }

    [Fact]
    public async Task Six_messages_each_once_when_the_server_is_killed()
    {
        await using var visitor = new Visitor(await stage.Customer(), stage.App);
        await visitor.Tell("電源の話");
        await visitor.IsUp();
        var agent = await visitor.Agent(stage.Cast.Hana);
        await visitor.Say(Customers[0]);
        await agent(Agents[0]);

        await stage.App.Kill();
        await visitor.Say(Customers[1]);
        await Assertions.Expect(visitor.Lost).ToBeVisibleAsync();
        await visitor.Words.FillAsync(Customers[2]);
        await stage.App.Begin();
        await visitor.IsUp();
        await Assertions.Expect(visitor.Words).ToHaveValueAsync(Customers[2]);
        await visitor.Page.Locator("#composer [type=submit]").ClickAsync();
        await agent(Agents[1]);
        await agent(Agents[2]);

        await HasAllSix(visitor);
    }

    [Fact]
    public async Task What_was_written_offline_survives_a_reload_and_is_sent_once()
    {
        await using var wire = new Wire(stage.App.Port);
        await using var visitor = new Visitor(await stage.Customer(wire: wire), stage.App);
        await visitor.Tell("読み込み直しの話");
        await visitor.IsUp();

        wire.LoseAnswers();
        await visitor.Say("届いたかわからない");
        await Assertions.Expect(visitor.Page.Locator("li.waiting")).ToHaveCountAsync(1);
        wire.Mend();
        await visitor.Page.ReloadAsync();

        await Assertions.Expect(visitor.Page.Locator("li.waiting")).ToHaveCountAsync(0);
        await Assertions.Expect(visitor.Entries).ToHaveCountAsync(2);
        Assert.Equal([(1, "読み込み直しの話"), (2, "届いたかわからない")], await visitor.Read());
    }

    [Fact]
    public async Task Two_tabs_share_one_stream_and_both_hear_everything()
    {
        await using var visitor = new Visitor(await stage.Customer(), stage.App);
        await visitor.Tell("二つの窓の話");
        var second = await visitor.Window.Context.NewPageAsync();
        await second.GotoAsync(visitor.Page.Url);
        var streams = 0;
        second.Request += (_, request) => streams += request.Url.Contains("/stream", StringComparison.Ordinal) ? 1 : 0;
        var agent = await visitor.Agent(stage.Cast.Hana);
        await agent("両方に届きます");

        foreach (var page in new[] { visitor.Page, second })
            await Assertions.Expect(page.GetByText("両方に届きます")).ToBeVisibleAsync();
        Assert.Equal(0, streams);

        await visitor.Page.CloseAsync();
        await agent("残った窓にも");
        await Assertions.Expect(second.GetByText("残った窓にも")).ToBeVisibleAsync();
    }

    private static void Break(Wire wire, string how)
    {
        switch (how)
        {
            case "reset":
                wire.Cut();
                break;
            case "refused":
                wire.Refuse();
                break;
            case "503":
                wire.Say503();
                break;
            case "silence":
                wire.Silence();
                break;
            default:
                wire.LoseAnswers();
                break;
        }
    }

    private async Task HasAllSix(Visitor visitor)
    {
        await Assertions.Expect(visitor.Entries).ToHaveCountAsync(7, new() { Timeout = 45_000 });
        await Assertions.Expect(visitor.Page.Locator("li.waiting")).ToHaveCountAsync(0, new() { Timeout = 45_000 });
        var seen = (await visitor.Read()).Skip(1).ToList();
        using var client = stage.App.Client(stage.Cast.Hana.Key);
        var timeline = (await client.Get($"/api/v1/cases/{await visitor.CaseId()}/timeline")).Was(200).Json.GetProperty("entries").EnumerateArray()
            .Where(e => e.GetProperty("kind").GetString() == "message").Skip(1)
            .Select(e => (e.GetProperty("entry").GetInt32(), e.GetProperty("body").GetProperty("text").GetString()!)).ToList(); // a message has a text

        Assert.Equal(timeline, seen);
        Assert.Equal(Customers, seen.Select(e => e.Text).Where(Customers.Contains));
        Assert.Equal(Agents, seen.Select(e => e.Text).Where(Agents.Contains));
    }

    public sealed class OnSqlite(SqliteStage stage) : CuttingTests(stage), IClassFixture<SqliteStage>;

    public sealed class OnPostgres(PostgresStage stage) : CuttingTests(stage), IClassFixture<PostgresStage>;
}
