using Madoguchi.Calls.Texting;
using Madoguchi.Cases.Timeline;
using Madoguchi.Mail.Answering;
using Madoguchi.Shared;
using Madoguchi.Storage;

namespace Madoguchi.Incidents.Updating;

public static class IncidentTextMapping
{
    private const int Room = 70;

    /// <summary>Text messages are short: who writes, about what, the beginning of it, the link.</summary>
    internal static async Task<string> IncidentText(this Db db, Unread unread)
    {
        var t = Tongue.Of(unread.Case.Language);
        var desk = await db.DeskName(unread.Case.DeskId, t);
        return unread.Answers.Select(a => a.What).OfType<IncidentTold>().LastOrDefault() switch
        {
            { Resolved: true } told => t[$"【{desk}】{told.Name}: {PlainText.Preview(told.Text, Room)} 直ったかどうか教えてください: {TextMessage.Link}/works-again", $"{desk}, {told.Name}: {PlainText.Preview(told.Text, Room)} Does it work again? {TextMessage.Link}/works-again"],
            { } told => t[$"【{desk}】{told.Name}: {PlainText.Preview(told.Text, Room)} 詳しくは: {TextMessage.Link}", $"{desk}, {told.Name}: {PlainText.Preview(told.Text, Room)} More: {TextMessage.Link}"],
            null => t[$"【{desk}】お知らせがあります: {TextMessage.Link}", $"{desk}: there is news for you: {TextMessage.Link}"],
        };
    }
}
