/**
 * Shell commands for the catalogue, a free slot, a hold, checkout, payment on the test provider's page, and submit. Node
 * stands in for jq; no comments, which an interactive zsh would run.
 */
export const bookingWalk = ({ appUrl, key }) => `
API=${appUrl}/storefront KEY=${key}
BUYER='{"email":"ada@example.com","firstName":"Ada","lastName":"Lovelace"}'
call() { curl -sS -H "x-api-key: $KEY" -H "content-type: application/json" "$@"; }
pick() { node -pe "const r = JSON.parse(require('fs').readFileSync(0, 'utf8')); $1"; }

PRODUCT=$(call $API/products | pick 'r.data[0].id')
SLOT=$(call $API/products/$PRODUCT/nearest-availability | pick 'JSON.stringify(r)')
CART=$(call -X POST $API/cart | pick 'r.id')

call $API/appointments -d "{\\"cartId\\":\\"$CART\\",\\"slot\\":$SLOT,\\"customer\\":$BUYER}" | pick '\`Held \${r.name}, \${r.product.title}, \${r.from}\`'
PAGE=$(call -H "x-cart-id: $CART" $API/cart/checkout/start -d "{\\"provider\\":\\"stripe\\",\\"customer\\":$BUYER}" | pick 'r.redirectUrl')
curl -sS -o /dev/null -d decision=pay "$PAGE"
call -H "x-cart-id: $CART" $API/cart/checkout/submit -d "{\\"customer\\":$BUYER,\\"appointmentsSettings\\":{\\"markAsScheduled\\":true}}" | pick '\`Order \${r.order.name} is \${r.order.paymentStatus}\`'
`;
