using Madoguchi.Cases;
using Madoguchi.Cases.Timeline;
using Madoguchi.Customers;
using Madoguchi.Desks;
using Madoguchi.Handovers;
using Madoguchi.Shared;

namespace Madoguchi.Tests.Handovers;

public sealed class BriefTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);
    private static readonly DeskName Account = new("account", "アカウント窓口");
    private static readonly DeskName Technical = new("technical", "技術窓口");
    private readonly Case theCase = new() { Id = Id<Case>.New(), CustomerId = Id<Customer>.New(), DeskId = Id<Desk>.New(), Language = "ja", Subject = "ログイン" };
    private readonly List<Entry> timeline = [];

    [Fact]
    public void The_story_stands_whole_and_later_words_are_shortened()
    {
        var story = new string('長', 5_000);
        Customer(new MessageSaid(story));
        Customer(new MessageSaid(new string('後', 5_000)));
        Agent(new MessageSaid("お待ちください"));

        var brief = Compose();

        Assert.Equal(story, brief.Problem);
        Assert.InRange(Assert.Single(brief.Words).Text.Length, 1, BriefWords.Longest + 1);
        Assert.Equal("お待ちください", brief.ToldLast?.Text);
    }

    [Fact]
    public void What_did_not_help_counts_as_tried()
    {
        Agent(new SolutionProposed("再起動"));
        Customer(new SolutionAnswered(false));

        Assert.Equal(["充電", "再起動"], Compose(Fact("tried", "充電")).Tried.Select(t => t.Value));
    }

    [Fact]
    public void A_question_is_pending_until_its_fact_is_told()
    {
        Agent(new QuestionAsked("model", "機種", null));
        Agent(new QuestionAsked("serialNumber", "製造番号", null));
        Customer(new FactPromised("serialNumber"));
        Customer(new FactTold("model", "GX-200", "device"));

        Assert.Equal(("serialNumber", true), (Assert.Single(Compose().Questions).Fact, Compose().Questions[0].Promised));
    }

    [Fact]
    public void Earlier_handovers_stand_with_their_reasons()
    {
        var offer = Guid.CreateVersion7();
        Agent(new HandoverOffered(offer, Account, Technical, "担当です", Json("{}")));
        Agent(new HandoverReturned(offer, Account, Technical, "違います"));

        Assert.Equal((HandoverState.Returned, "担当です", "違います"), (Compose().Handovers[0].State, Compose().Handovers[0].Reason, Compose().Handovers[0].Answer));
    }

    [Fact]
    public void Nothing_of_anybody_else_comes_in()
    {
        Customer(new MessageSaid("私の話"));
        var (mine, foreign, earlier, replaced) = (Fact("model", "GX-200"), Fact("model", "ZZ"), Fact("errorText", "E1"), Fact("name", "旧姓"));
        foreign.CustomerId = Id<Customer>.New();
        replaced.ReplacedAt = Now;
        var otherCase = new Fact
        {
            Id = Id<Fact>.New(), CustomerId = theCase.CustomerId, CaseId = Id<Case>.New(), Scope = Scope.Case, Key = "errorText", Value = "別件", ByRole = Role.Customer, ByName = null,
            DeskId = theCase.DeskId, At = Now, Entry = 1, Verified = true,
        };

        Assert.Equal(["GX-200", "E1"], Compose(mine, foreign, earlier, replaced, otherCase).Facts.Select(f => f.Value));
    }

    [Fact]
    public void A_brief_read_back_is_the_same()
    {
        Customer(new MessageSaid("私の話"));
        Customer(new FileAttached(Guid.CreateVersion7(), "画面.png", "image/png", 5, "00"));
        var brief = Compose(Fact("model", "GX-200"));

        var json = System.Text.Json.JsonSerializer.Serialize(brief, Madoguchi.Shared.Json.Options);

        Assert.Equal(json, System.Text.Json.JsonSerializer.Serialize(Brief.Read(json), Madoguchi.Shared.Json.Options));
        Assert.Equal("画面.png", Assert.Single(Brief.Read(json).Evidence).Name);
    }

    private static System.Text.Json.JsonElement Json(string text) => System.Text.Json.JsonElement.Parse(text);

    private Brief Compose(params Fact[] facts) => Brief.Compose(theCase, timeline, facts, new Dictionary<Id<Desk>, string>());

    private void Customer(Happening what) => timeline.Add(Entry.Append(theCase, By.Customer("山野", Guid.Empty), what, Now, [1]));

    private void Agent(Happening what) => timeline.Add(Entry.Append(theCase, new By(Role.Agent, "Hana"), what, Now, [1]));

    private Fact Fact(string key, string value) => new()
    {
        Id = Id<Fact>.New(), CustomerId = theCase.CustomerId, CaseId = theCase.Id, Scope = Scope.Case, Key = key, Value = value, ByRole = Role.Customer, ByName = null,
        DeskId = theCase.DeskId, At = Now, Entry = 1, Verified = true,
    };
}
