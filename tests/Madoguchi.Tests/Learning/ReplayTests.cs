using Madoguchi.Cases;
using Madoguchi.Cases.Timeline;
using Madoguchi.Customers;
using Madoguchi.Desks;
using Madoguchi.Learning.Drafting;
using Madoguchi.Learning.Practising;
using Madoguchi.Shared;

namespace Madoguchi.Tests.Learning;

/// <summary>A past case without its people, turn by turn.</summary>
public sealed class ReplayTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);
    private readonly Case theCase = new() { Id = Id<Case>.New(), CustomerId = Id<Customer>.New(), DeskId = Id<Desk>.New(), Language = "ja", Subject = "再起動", OpenedAt = Noon };
    private readonly List<Entry> timeline = [];

    [Fact]
    public void Each_turn_is_what_was_said_what_was_known_and_what_was_done()
    {
        Customer(new MessageSaid("山野 太郎です。ルーターが再起動します。09012345678 までお願いします。"));
        Customer(new FactTold("serialNumber", "SN-77", "device"));
        Customer(new FactTold("errorText", "ERR-4", "case"));
        Agent(new NoteWritten("山野さんは常連"));
        Agent(new MessageSaid("花子と申します。電源を抜いてみてください。"));
        Agent(new FileAttached(Guid.Empty, "a.png", "image/png", 1, "x"));
        Customer(new MessageSaid("直りません。"));
        Agent(new WayTried(Guid.Empty, "old", new("前の版に戻す"), true));
        Agent(new SolutionProposed("前の版に戻して直りました。"));
        Customer(new FollowUpAnswered(FollowUpAnswer.SolvedMyself, "線を替えました"));
        Customer(new Thanked(5, "花子さん、ありがとう"));

        var steps = Replay.Of(timeline, ["山野 太郎", "花子"], Tongue.Japanese);

        Assert.Equal(3, steps.Count);
        Assert.Equal(2, Replay.Answerable(steps));
        Assert.Equal(["said"], steps[0].House.Select(h => h.What));
        Assert.Contains("線を替えました", steps[2].Customer);
        Assert.Equal(["tried", "solution"], steps[1].House.Select(h => h.What));
        Assert.Equal([("serialNumber", null), ("errorText", "ERR-4")], steps[1].Known.Select(k => (k.Key, k.Value)));
        var all = System.Text.Json.JsonSerializer.Serialize(steps, Json.Options);
        Assert.All((string[])["山野", "太郎", "花子", "09012345678", "常連", "a.png", "SN-77"], gone => Assert.DoesNotContain(gone, all, StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_taken_back_and_what_nobody_answered_asks_for_nothing()
    {
        Customer(new MessageSaid("こんにちは"));
        Assert.Equal(0, Replay.Answerable(Replay.Of(timeline, [], Tongue.Japanese)));

        Agent(new MessageSaid("まちがい"));
        timeline[^1].Withdrawn = 3;
        Assert.Equal(0, Replay.Answerable(Replay.Of(timeline, [], Tongue.Japanese)));
    }

    [Theory]
    [InlineData("シリアル番号を教えてください。", "serialNumber")]
    [InlineData("Could you tell us the serial number?", "serialNumber")]
    [InlineData("電源を入れ直してください。", null)]
    [InlineData("ご購入日を教えてください。", null)]
    public void Asking_for_what_was_told_is_asking_twice(string answer, string? asked) =>
        Assert.Equal(asked is null ? [] : [asked], AskedTwice.In(answer, [new("serialNumber", "シリアルナンバー"), new("errorText", "エラー", "ERR-4")]).Select(f => f.Key));

    [Fact]
    public void A_run_is_answered_turn_by_turn_to_its_end()
    {
        var run = new PracticeRun { Id = Id<PracticeRun>.New(), PracticeId = Id<PracticeCase>.New(), AgentId = Id<Agent>.New(), AgentName = "Aki", StartedAt = Noon };

        Assert.True(run.Answer("一", 2, Noon));
        Assert.Null(run.EndedAt);
        Assert.True(run.Answer("二", 2, Noon));
        Assert.Equal(Noon, run.EndedAt);
        Assert.False(run.Answer("三", 2, Noon));
    }

    [Fact]
    public void A_lesson_has_the_question_what_helped_and_what_was_tried_in_each_language_that_has_words()
    {
        var lesson = new Lesson("r3-1a2b3c", new("再起動", null), new("再起動します\n<b>急ぎ</b>", "It restarts"), [new(Guid.Empty, "old", new("前の版に戻す", "Go back"), true), new(Guid.Empty, "off", new("電源を抜く", "Unplug"), false)], new("前の版に戻します。"), "ルーター R3");

        var draft = lesson.Draft;

        Assert.Contains("> 再起動します\n> <b>急ぎ</b>", draft.Text.Ja, StringComparison.Ordinal);
        Assert.Contains("- **前の版に戻す**: これで解決しました\n- 電源を抜く: 変わりませんでした", draft.Text.Ja, StringComparison.Ordinal);
        Assert.Contains("## What was tried", draft.Text.En, StringComparison.Ordinal);
        Assert.StartsWith("前の版に戻します。", draft.Canned.Ja, StringComparison.Ordinal);
        Assert.Null((lesson with { Question = new("再起動します") }).Draft.Text.En);
    }

    private void Customer(Happening what) => timeline.Add(Entry.Append(theCase, By.Customer("山野 太郎", Guid.Empty), what, Noon, [1]));

    private void Agent(Happening what) => timeline.Add(Entry.Append(theCase, new By(Role.Agent, "花子"), what, Noon, [1]));
}
