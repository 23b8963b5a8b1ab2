using Madoguchi.Incidents;
using Madoguchi.Incidents.Resolving;
using Madoguchi.Incidents.Showing;
using Madoguchi.Incidents.Updating;
using Madoguchi.Shared;

namespace Madoguchi.Inbox.Updating;

/// <summary>How far we are, in the words of the public page; and what became of what was said.</summary>
public static class ProgressWords
{
    public static string Of(IncidentState state, Tongue t) => state.In(t);

    public static string Became(UpdateView one, Tongue t) => one switch
    {
        { CalledOffAt: not null } => t["取り消しました", "Called off"],
        { Waiting: > 0 } => t[$"{one.Recipients}件のうち {one.Told}件に届き、あと {one.Waiting}件", $"{one.Told} of {one.Recipients} told, {one.Waiting} to go"],
        _ => t[$"{one.Told}件に届きました", $"{one.Told} told"]
            + (one.Overtaken > 0 ? t[$"、{one.Overtaken}件には次のお知らせだけ", $", {one.Overtaken} got the next one alone"] : "") + (one.NotReached > 0 ? t[$"、{one.NotReached}件には届いていません", $", {one.NotReached} not reached"] : ""),
    };

    public static string State(RemedyForAll one, Tongue t) => one switch
    {
        { State: RemedyState.Asked } => t["ほかの責任者の承認を待っています", "waits for a second person"],
        { State: RemedyState.Declined } => t["見送りになりました", "declined"],
        { State: RemedyState.CalledOff } => t["取り消しました", "called off"],
        { Waiting: > 0 } => t[$"{one.Granted}人にお渡しし、あと {one.Waiting}人", $"{one.Granted} granted, {one.Waiting} to go"],
        _ => t[$"{one.Granted}人にお渡ししました", $"{one.Granted} granted"] + (one.Had > 0 ? t[$"、{one.Had}人はすでにお持ちでした", $", {one.Had} had it already"] : "") + (one.NotGranted > 0 ? t[$"、{one.NotGranted}人には渡せていません", $", {one.NotGranted} not granted"] : ""),
    };

    /// <summary>Hours and minutes, as one would say them.</summary>
    public static string Span(long minutes, Tongue t) => minutes < 1 ? t["1分未満", "under a minute"] : minutes < 60 ? t[$"{minutes}分", $"{minutes} min"]
        : t[$"{(minutes / 60).ToString("N0", t.Culture)}時間{(minutes < 6_000 ? $"{minutes % 60}分" : "")}", $"{(minutes / 60).ToString("N0", t.Culture)} h{(minutes < 6_000 ? $" {minutes % 60} min" : "")}"];

    public static string Explain(UpdateRefusal why, Tongue t) => why switch
    {
        UpdateRefusal.Unknown => t["この障害は見つかりません。", "This incident is not here."],
        UpdateRefusal.NeedsApproval => t["あなたのお返事には承認が要るため、皆さまへのお知らせは、ほかの方が書きます。", "Your replies wait for a second person; what everybody reads is written by somebody else."],
        UpdateRefusal.SendsAway => t["お客様を他へ行かせる言葉があります。何が起き、どうなるのかをお書きください。", "These words send people away. Write what happened and what becomes of it."],
        UpdateRefusal.Declines => t["お断りのように読める言葉があります。お断りではないときは、理由を書いて送れます。", "These words look like a no. If they are none, say why and send them."],
        UpdateRefusal.IsResolved => t["すでに復旧しています。続いているときは、先に「まだ終わっていない」にしてください。", "It is resolved. If it is not over, say so first."],
        UpdateRefusal.NotResolved => t["まだ復旧していません。", "It is not resolved."],
        UpdateRefusal.UnknownRemedy => t["この補償はもうありません。", "There is no such remedy."],
        UpdateRefusal.HasNoAmount => t["この補償に金額や日数はありません。", "This remedy has no amount."],
        UpdateRefusal.Merged => t["この障害は別の障害にまとめました。お知らせは、そちらから送ります。", "It was merged into another incident, which speaks for both."],
        UpdateRefusal.TooLate => t["もう送り始めたため、取り消せません。", "It has gone out already."],
    };

    public static string Explain(SecondWordRefusal why, Tongue t) => why switch
    {
        SecondWordRefusal.Unknown => t["この補償は見つかりません。", "It is not here."],
        SecondWordRefusal.ForSupervisors => t["責任者が決めます。", "A supervisor decides on it."],
        SecondWordRefusal.OwnRequest => t["ご自分で申請したものは、ほかの方が決めます。", "Somebody else decides on what you have asked for."],
        SecondWordRefusal.AboveLimit => t["あなたの上限を超えています。", "This is above your own limit."],
        SecondWordRefusal.Answered => t["もう決まっています。", "It was decided already."],
    };
}
