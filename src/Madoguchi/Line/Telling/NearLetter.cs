using Madoguchi.Mail;
using Madoguchi.Shared;

namespace Madoguchi.Line.Telling;

/// <summary>The letter that calls somebody back to the line.</summary>
public static class NearLetter
{
    public static string Subject(Ticket ticket, Tongue t) => t[$"まもなくお客様の番です(整理券{ticket.Number}番)", $"Your turn is near (ticket {ticket.Number})"];

    public static string Text(int ahead, int holdMinutes, Tongue t)
    {
        var before = ahead == 0 ? t["次がお客様の番です。", "You are next."] : t[$"お客様の前は、あと{ahead}人です。", ahead == 1 ? "One person is before you." : $"{ahead} people are before you."];
        return t[
            $"""
            {before}

            整理券はここからご覧になれます。開くと、担当につながります。
            {Letter.Link}/ticket

            順番のときに席を外していらしても、{holdMinutes}分は先頭の場所を取っておきます。どうぞあわてずにお戻りください。
            """,
            $"""
            {before}

            Your ticket is here. Open it and you are with us.
            {Letter.Link}/ticket

            Should you be away when your turn comes, the front is kept for {holdMinutes} minutes: there is no need to hurry.
            """];
    }
}
