using Madoguchi.Customers;
using Madoguchi.Shared;

namespace Madoguchi.Calls.Texting;

/// <summary>Text messages are short: who writes, what is the matter, the link.</summary>
public static class TextWords
{
    public static string Missed(string desk, int ticket, Tongue t) => t[
        $"【{desk}】お電話に出られず申し訳ありません。整理券{ticket}番をお取りし、順番に折り返します。かけ直しは不要です。順番の確認・ご用件の追記・取り消し: {TextMessage.Link}",
        $"{desk}: sorry that we missed your call. You have ticket {ticket} and we call you back; no need to call again. See your place, add what it is about, or cancel: {TextMessage.Link}"];

    public static string WayBack(string desk, CustomerNumber number, bool lacksSerial, Tongue t) => t[
        $"【{desk}】お客様番号 {number.Printed}。お話の続きはこちら: {TextMessage.Link}" + (lacksSerial ? " 製造番号などは、わかったときにここで教えてください。" : ""),
        $"{desk}: your customer number is {number.Printed}. Go on here: {TextMessage.Link}" + (lacksSerial ? " The serial number and the like can be added there later." : "")];

    public static string NotReached(string desk, Tongue t) => t[
        $"【{desk}】何度かお電話しましたが、つながりませんでした。ご都合のよい時間をお知らせください: {TextMessage.Link}",
        $"{desk}: we called several times and did not reach you. Tell us here when it suits you: {TextMessage.Link}"];
}
