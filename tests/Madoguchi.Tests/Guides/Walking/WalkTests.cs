using Madoguchi.Cases;
using Madoguchi.Cases.Timeline;
using Madoguchi.Guides;
using Madoguchi.Guides.Walking;
using Madoguchi.Shared;

namespace Madoguchi.Tests.Guides.Walking;

public sealed class WalkTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 3, 0, 0, TimeSpan.Zero);

    private readonly GuideContent guide = new(new("どこを開いても404", "404 everywhere"),
    [
        new("restart", new("開き直す", "Restart"), 2, [Step("閉じます。"), Step("開きます。")]), new("wifi", new("Wi-Fiを替える", "Another Wi-Fi"), 3, [Step("替えます。")]),
        new("reinstall", new("入れ直す", "Reinstall"), 4, [Step("消します。"), Step("入れます。")], Risk: new("ダウンロードは消えます", "downloads are lost")),
    ]);

    private readonly Walk walk;
    private readonly Dictionary<(string Way, int Step), WalkAnswer> answers = [];

    public WalkTests() => walk = Begin("restart", "wifi", "reinstall");

    [Fact]
    public void Done_leads_to_the_next_step_and_after_the_last_to_the_question_whether_it_has_helped()
    {
        Assert.Equal(["stepAnswered"], Answer("restart", 0, StepAnswer.Done));
        Assert.Equal((1, WalkPlace.Step), (walk.Step, walk.Place));
        Assert.Equal(["stepAnswered"], Answer("restart", 1, StepAnswer.Done));
        Assert.Equal(("restart", WalkPlace.Outcome), (walk.Way, walk.Place));

        Assert.Equal(["wayTried", "walkEnded"], Tell("restart", true));

        Assert.Equal((WalkState.Solved, Now), (walk.State, walk.EndedAt));
        Assert.Equal(WayState.Solved, walk.Of("restart"));
    }

    [Fact]
    public void What_did_not_work_is_tried_in_vain_and_the_next_way_is_up()
    {
        Assert.Equal(["stepAnswered", "wayTried"], Answer("restart", 0, StepAnswer.Failed));

        Assert.Equal(("wifi", 0, WalkPlace.Step), (walk.Way, walk.Step, walk.Place));
        Assert.Equal(WayState.Tried, walk.Of("restart"));
    }

    [Fact]
    public void A_risky_way_waits_until_somebody_agrees_to_its_risk()
    {
        Answer("restart", 0, StepAnswer.Failed);
        Answer("wifi", 0, StepAnswer.Failed);
        Assert.Equal(("reinstall", WalkPlace.Risk), (walk.Way, walk.Place));

        Assert.False(walk.Agree(guide, "reinstall").Refused(out _, out var happened));

        Assert.Equal("downloads are lost", Assert.IsType<WayBegun>(Assert.Single(happened)).Risk?.In(Tongue.English));
        Assert.Equal(WalkPlace.Step, walk.Place);
        Assert.False(walk.Agree(guide, "reinstall").Refused(out _, out happened));
        Assert.Empty(happened);
    }

    [Fact]
    public void When_every_way_was_tried_the_walk_has_ended()
    {
        Answer("restart", 0, StepAnswer.Failed);
        Tell("wifi", false);
        Assert.Equal(["wayTried", "walkEnded"], Tell("reinstall", false));

        Assert.Equal(WalkState.Exhausted, walk.State);
        Assert.Equal(WalkRefusal.Ended, Refused("restart", 1, StepAnswer.Done));
    }

    [Fact]
    public void Not_understood_stays_at_its_step_and_is_told_again_only_with_other_words()
    {
        Assert.Equal(["stepAnswered"], Answer("restart", 0, StepAnswer.Unclear, "どこを押すの"));
        Assert.Equal((0, WalkPlace.Step), (walk.Step, walk.Place));

        Assert.Empty(Answer("restart", 0, StepAnswer.Unclear, "どこを押すの"));
        Assert.Equal(["stepAnswered"], Answer("restart", 0, StepAnswer.Unclear, "左ですか"));
        Assert.Equal(["stepAnswered"], Answer("restart", 0, StepAnswer.Done));
    }

    [Fact]
    public void The_same_answer_again_changes_nothing_and_another_one_is_out_of_order()
    {
        Answer("restart", 0, StepAnswer.Done);

        Assert.Empty(Answer("restart", 0, StepAnswer.Done));
        Assert.Equal(WalkRefusal.OutOfOrder, Refused("restart", 0, StepAnswer.Failed));
        Assert.Equal(WalkRefusal.OutOfOrder, Refused("reinstall", 1, StepAnswer.Done));
        Assert.Equal(WalkRefusal.NoStep, Refused("restart", 2, StepAnswer.Done));
        Assert.Equal(WalkRefusal.NoWay, Refused("prayer", 0, StepAnswer.Done));
        Assert.Equal(1, walk.Step);
    }

    [Fact]
    public void The_first_step_of_another_way_begins_it_and_what_was_left_comes_last()
    {
        Answer("reinstall", 0, StepAnswer.Done);
        Assert.Equal((WayState.Aside, WayState.Now), (walk.Of("restart"), walk.Of("reinstall")));

        Assert.False(walk.Turn(guide, null, "reinstall", 7).Refused(out _, out _));
        Assert.Equal(("wifi", 7), (walk.Way, walk.WayEntry));
        Assert.Equal("restart", walk.Next());
        Tell("wifi", false);
        Assert.Equal("restart", walk.Way);
        Tell("restart", false);
        Assert.Equal(("reinstall", WalkPlace.Risk), (walk.Way, walk.Place));
        Assert.Equal(WalkRefusal.NoOtherWay, walk.Turn(guide, null, "reinstall", 8).Refused(out var why, out _) ? why : default);
    }

    [Fact]
    public void A_result_is_told_once_for_each_way()
    {
        Assert.Equal(["wayTried"], Tell("wifi", false));
        Assert.Equal("restart", walk.Way);
        Assert.Empty(Tell("wifi", false));
        Assert.Equal(WalkRefusal.ToldOtherwise, walk.Tell(guide, "wifi", true, 1, Now).Refused(out var why, out _) ? why : default);

        Tell("reinstall", true);
        Assert.Empty(Tell("reinstall", true));
        Assert.Equal(WalkRefusal.Ended, walk.Tell(guide, "restart", false, 1, Now).Refused(out why, out _) ? why : default);
    }

    [Fact]
    public void Resting_waits_for_nobody_and_an_answer_goes_on()
    {
        Assert.False(walk.Rest(true).Refused(out _, out var happened));
        Assert.IsType<WalkPaused>(Assert.Single(happened));
        Answer("restart", 0, StepAnswer.Done);
        Assert.Equal(WalkState.Walking, walk.State);

        Assert.False(walk.Stop(guide, Now).Refused(out _, out _));
        Assert.Equal(WalkRefusal.Ended, Refused("restart", 1, StepAnswer.Done));
        Assert.Equal(["wayTried", "walkEnded"], Tell("restart", true)); // told later, by telephone
    }

    private static Step Step(string text) => new(new(text, text));

    private static Walk Begin(params string[] order) =>
        new() { Id = Id<Walk>.New(), CaseId = Id<Case>.New(), GuideId = Id<Guide>.New(), Version = 1, Order = [.. order], Way = order[0], StartedAt = Now };

    private string[] Answer(string way, int step, StepAnswer answer, string? words = null)
    {
        Assert.False(walk.Answer(guide, way, step, answer, words, answers.GetValueOrDefault((way, step)), 1, Now).Refused(out _, out var happened));
        if (happened.Count > 0)
            answers[(way, step)] = new() { WalkId = walk.Id, Number = answers.Count + 1, GuideId = walk.GuideId, Version = 1, Way = way, Step = step, Answer = answer, Words = words, Language = "ja", At = Now };
        return [.. happened.Select(Happening.KindOf)];
    }

    private WalkRefusal? Refused(string way, int step, StepAnswer answer) =>
        walk.Answer(guide, way, step, answer, null, answers.GetValueOrDefault((way, step)), 1, Now).Refused(out var why, out _) ? why : null;

    private string[] Tell(string way, bool solved)
    {
        Assert.False(walk.Tell(guide, way, solved, 1, Now).Refused(out _, out var happened));
        return [.. happened.Select(Happening.KindOf)];
    }
}
