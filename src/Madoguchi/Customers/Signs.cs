using System.Buffers;

namespace Madoguchi.Customers;

/// <summary>The 32 signs of Crockford's base 32 (https://www.crockford.com/base32.html: no I, L, O, U), and the check over them.</summary>
public static class Signs
{
    public const string All = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static readonly SearchValues<char> Known = SearchValues.Create(All);

    public static bool Agree(ReadOnlySpan<char> signs) => !signs.ContainsAnyExcept(Known) && Sum(signs) == Wanted(signs.Length);

    public static char Check(ReadOnlySpan<char> payload) => All[TimesX(Sum(payload)) ^ Wanted(payload.Length + 1)];

    // Horner's rule: the sign at distance d from the end weighs x^d, the check itself x^0. x has order 31 in this field, so up to 31 signs
    // all weights differ and none is zero. One wrong sign changes the sum by w(a-b), a swap by (w-v)(a-b): never by nothing.
    private static int Sum(ReadOnlySpan<char> signs)
    {
        var sum = 0;
        foreach (var sign in signs)
            sum = TimesX(sum) ^ All.IndexOf(sign);
        return sum;
    }

    // GF(32) = GF(2)[x] / (x^5 + x^2 + 1)
    private static int TimesX(int element) => (element << 1) ^ ((element & 16) == 0 ? 0 : 0b100101);

    // Were the wanted sum zero, a leading 0 could come and go unnoticed: so it depends on the length.
    // The three makes 7K3MT, the number in all pictures and examples, a right one.
    private static int Wanted(int length) => length + 3;
}
