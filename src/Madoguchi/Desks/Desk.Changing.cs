using Madoguchi.Desks.Hours;
using Madoguchi.Shared;

namespace Madoguchi.Desks;

public sealed partial class Desk
{
    /// <summary>All but the reception: that one concerns the other desks too.</summary>
    public void Change(DeskChange to)
    {
        Name = Next(Name, to.Name) ?? Name;
        NameInEnglish = Next(NameInEnglish, to.NameInEnglish);
        Languages = [.. to.Languages ?? Languages];
        Products = [.. to.Products ?? Products];
        Words = [.. (to.Words ?? Words).Select(PlainText.Clean)];
        Phones = [.. (to.Phones ?? Phones).Select(PlainText.Clean)];
        Hours = Next(Hours, to.Hours);
        HoursInEnglish = Next(HoursInEnglish, to.HoursInEnglish);
        Greeting = Next(Greeting, to.Greeting);
        GreetingInEnglish = Next(GreetingInEnglish, to.GreetingInEnglish);
        Notice = Next(Notice, to.Notice);
        NoticeInEnglish = Next(NoticeInEnglish, to.NoticeInEnglish);
        FirstAnswer = Next(FirstAnswer, to.FirstAnswer);
        FirstAnswerInEnglish = Next(FirstAnswerInEnglish, to.FirstAnswerInEnglish);
        SilenceHours = to.SilenceHours ?? SilenceHours;
        RingAfterMinutes = to.RingAfterMinutes ?? RingAfterMinutes;
        IsTechnical = to.Technical ?? IsTechnical;
        CheckHours = to.CheckHours ?? CheckHours;
        Origins = [.. to.Origins ?? Origins];
        NeedsApproval = to.NeedsApproval ?? NeedsApproval;
    }

    /// <summary>From now on the hours are reckoned, or no more: one truth, so the line follows.</summary>
    public void Keep(HoursPlan? plan)
    {
        Plan = plan;
        Hours = plan is null ? null : HoursLine.Of(plan, Tongue.Japanese);
        HoursInEnglish = plan is null ? null : HoursLine.Of(plan, Tongue.English);
    }

    /// <summary>Another line than the one that the hours give.</summary>
    public bool Contradicts(DeskChange to) => Plan is not null && (Differs(Hours, to.Hours) || Differs(HoursInEnglish, to.HoursInEnglish));

    private static bool Differs(string? now, string? asked) => asked is not null && Next(now, asked) != now;

    private static string? Next(string? now, string? asked) => asked switch
    {
        null => now,
        "" => null,
        _ => PlainText.Clean(asked),
    };
}
