using Madoguchi.Shared;

namespace Madoguchi.Customers.Phones;

/// <summary>What is wrong with a number, said to whoever typed it.</summary>
public static class PhoneWords
{
    public static string Why(PhoneProblem problem, Tongue t) => problem switch
    {
        PhoneProblem.NotANumber => t["電話番号は数字で書いてください(例: 090-1234-5678)。", "A telephone number is written in digits, such as 090-1234-5678."],
        PhoneProblem.TooShort => t["桁が足りません。市外局番から書いてください(例: 03-1234-5678)。", "It is too short. Write it with its area code, such as 03-1234-5678."],
        PhoneProblem.TooLong => t["桁が多すぎます。もう一度お確かめください。", "It has too many digits. Please look at it again."],
        PhoneProblem.NoSuchNumber => t["この番号は存在しないようです。もう一度お確かめください。海外の番号は + と国番号から書いてください。", "There is no such number. Please look at it again; a number abroad begins with + and its country's code."],
        PhoneProblem.Emergency => t["緊急通報や案内の番号には折り返せません。", "We do not call emergency or service numbers back."],
        PhoneProblem.Costly => t["この番号には折り返せません(有料サービスなどの番号です)。ほかの番号をお書きください。", "We cannot call this number back: it belongs to a paid service or the like. Please give another one."],
    };

    /// <summary>For whoever programs against us.</summary>
    public static string Why(PhoneProblem problem) => Why(problem, Tongue.Of("en"));
}
